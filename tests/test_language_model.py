"""The converter reads GGUF as it is written down, writes all or nothing, and agrees with those who look for the model."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradus import environments, language_model
from gradus.sandbox import rehearsal


def text(s: str) -> bytes:
    return struct.pack("<Q", len(s.encode())) + s.encode()


def gguf(path: Path, tensors: dict[str, tuple[int, tuple[int, ...], bytes]]) -> Path:
    """A GGUF file, version 3, with three entries in its table."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), 3)
    head += text("a") + struct.pack("<If", 6, 0.5)
    head += text("b") + struct.pack("<IIQ", 9, 8, 2) + text("Ġt") + text("é")
    head += text("c") + struct.pack("<IIQ3i", 9, 5, 3, 1, -2, 3)
    body = b""
    for name, (kind, shape, data) in tensors.items():
        head += text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape[::-1]) + struct.pack("<IQ", kind, len(body))
        body += data + bytes(-len(data) % 32)
    path.write_bytes(head + bytes(-len(head) % 32) + body)
    return path


def test_the_three_kinds_of_tensor_are_multiplied_out_as_the_format_says(tmp_path: Path) -> None:
    halves = struct.pack("<2e", 0.5, -1.0)  # scale and least of a Q4_1 block: 0.5 * q - 1
    fours = halves + bytes([0x21, *[0xF0] * 15])  # element 0 is q = 1, element 16 is q = 2, then 0 and 15
    eights = struct.pack("<e32b", 0.25, *range(-16, 16))
    tensors = {"w": (3, (1, 32), fours), "v": (8, (2, 16), eights), "n": (0, (3,), struct.pack("<3f", 1, 2, 3))}
    file = language_model.Gguf(gguf(tmp_path / "m.gguf", tensors))
    assert file.meta == {"a": 0.5, "b": ["Ġt", "é"], "c": [1, -2, 3]}
    assert file.tensor("w").tolist() == [[-0.5, *[-1.0] * 15, 0.0, *[6.5] * 15]]
    assert np.array_equal(file.tensor("v"), np.arange(-16, 16).reshape(2, 16) / 4)
    assert file.tensor("n").tolist() == [1, 2, 3]


def test_a_kind_of_tensor_that_is_not_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tensor type 14"):
        language_model.Gguf(gguf(tmp_path / "m.gguf", {"w": (14, (1, 32), bytes(32))})).tensor("w")


def test_rows_that_were_neighbours_for_llama_cpp_are_half_a_head_apart_again() -> None:
    rows: Any = np.array([0, 4, 1, 5, 2, 6, 3, 7, 10, 14, 11, 15, 12, 16, 13, 17])[:, None]  # two heads of eight, in pairs
    assert language_model.in_halves(rows, 2)[:, 0].tolist() == [*range(8), *range(10, 18)]


def test_a_file_that_is_not_the_one_we_know_leaves_what_was_there(tmp_path: Path) -> None:
    source, target = tmp_path / "m.gguf", tmp_path / "share" / "model"
    source.write_bytes(b"GGUF and something else")
    target.mkdir(parents=True)
    (target / "kept").write_text("as it was")
    with pytest.raises(ValueError, match="sha256"):
        language_model.convert(source, target)
    assert [p.name for p in target.parent.iterdir()] == ["model"]
    assert (target / "kept").read_text() == "as it was"


def test_a_model_of_an_earlier_form_is_not_ready(tmp_path: Path) -> None:
    assert not language_model.ready(tmp_path)
    (tmp_path / "form").write_text("0")
    assert not language_model.ready(tmp_path)
    (tmp_path / "form").write_text(language_model.FORM)
    assert language_model.ready(tmp_path)


def test_who_installs_it_who_unpacks_it_and_who_loads_it_mean_the_same() -> None:
    assert environments.MODEL_PACKAGE == language_model.REQUIREMENT
    assert language_model.REQUIREMENT.partition("==")[0] == language_model.PACKAGE.replace("_", "-")
    assert Path(rehearsal.MODEL) == language_model.place()

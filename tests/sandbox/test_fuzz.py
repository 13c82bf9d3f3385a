"""The decoder against a hostile writer: plain data or a clean refusal, nothing else, and nothing large before it is known to be right."""

from __future__ import annotations

import struct
import tracemalloc
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.frames import REAL, fuzz, plain_only, reader, real
from gradus.sandbox import decoding, plain, wire
from gradus.vocabulary import Outcome
from tests.sandbox.conftest import Ask
from tests.sandbox.test_wire import HOSTILE

FRAMES = real()
EDITS = st.lists(
    st.tuples(st.integers(0, 1 << 12), st.sampled_from(["set", "cut", "put", "flip"]), st.binary(min_size=1, max_size=9)),
    min_size=1,
    max_size=8,
)


def decoded(data: bytes) -> Any:
    """The value, or None for a refusal; anything else is raised."""
    try:
        return decoding.receive(reader(data), plain.PLAIN)
    except wire.WireError:
        return None


@settings(max_examples=600)
@given(st.sampled_from(FRAMES), EDITS)
def test_real_frames_with_changes_give_plain_data_or_a_refusal(frame: bytes, edits: list[tuple[int, str, bytes]]) -> None:
    data = bytearray(frame)
    for at, act, new in edits:
        at %= len(data) + 1
        match act:
            case "set":
                data[at : at + len(new)] = new
            case "cut":
                del data[at : at + len(new)]
            case "put":
                data[at:at] = new
            case "flip" if at < len(data):
                data[at] ^= new[0]
    assert plain_only(decoded(bytes(data)))


@settings(max_examples=400)
@given(st.binary(max_size=300), st.integers(0, 3))
@example(b"", 0)
def test_random_bytes_behind_a_sound_head_give_plain_data_or_a_refusal(header: bytes, buffers: int) -> None:
    table = struct.pack(f"<{buffers}Q", *[8] * buffers)
    head = wire.MAGIC + struct.pack("<II", len(header), buffers)
    assert plain_only(decoded(head + table + header + b"12345678" * buffers))
    assert decoded(header) is None or header.startswith(wire.MAGIC)


def test_thousands_of_broken_frames_give_plain_data_or_a_refusal() -> None:
    found = fuzz(8000, seed=7)
    assert found["refused"] + found["plain_data"] == 8000
    assert found["refused"] > 2000
    assert found["plain_data"] > 500


@pytest.mark.parametrize("name", HOSTILE)
def test_a_refusal_allocates_little(name: str) -> None:
    tracemalloc.start()
    try:
        assert decoded(HOSTILE[name]) is None
        assert tracemalloc.get_traced_memory()[1] < len(HOSTILE[name]) * 40 + (1 << 20)
    finally:
        tracemalloc.stop()


def test_what_the_encoder_writes_the_decoder_reads() -> None:
    assert all(decoded(frame) is not None for frame in FRAMES)
    assert len(FRAMES) == len(REAL)


@pytest.mark.parametrize(
    "raw",
    ["b'GRW1' + b'\\xff' * 8", "b'GRW1' + bytes(8)", "os.urandom(4096)", "b''"],
    ids=["a length that lies", "an empty header", "noise", "nothing"],
)
def test_an_answer_that_writes_on_the_channel_itself_is_never_accepted_and_the_next_is_well(ask: Ask, raw: str) -> None:
    seen = ask(f"import os\ndef f():\n    os.write(3, {raw})\n    os.close(3)\n    return 1\n")
    assert seen.stopped is not None
    assert seen.stopped.outcome in (Outcome.CRASHED, Outcome.EXCEEDED)
    assert ask("def f(): return 1").seen["p"].value == 1

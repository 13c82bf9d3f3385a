"""bot.pairs: completions are the documents' own sentences, and no document or sentence is on both sides."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main


def data(folder: Path, documents: int) -> Path:
    """Chunks of documents with three sentences of their own and one that all of them have."""
    rows = []
    for d in range(documents):
        own = [f"The valve number {d}{k} of the northern hall is opened before noon." for k in range(3)]
        text = " ".join([*own, "All rights of this page are kept by the harbour office."])
        rows.append({"id": f"c{d}", "text": text, "source": f"d{d}.md", "title": f"Hall {d}", "start": 0, "end": len(text), "tokens": 50})
    (folder / "chunks.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    return folder


def read(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_documents_are_held_out_whole_and_shared_sentences_left_out(tmp_path: Path) -> None:
    assert main(["pairs", str(data(tmp_path, 10)), "--out", str(tmp_path / "pairs")]) == 0
    train, heldout = (read(tmp_path / "pairs" / f"{part}.jsonl") for part in ("train", "heldout"))
    assert len({p["source"] for p in heldout}) == 2
    assert not {p["source"] for p in train} & {p["source"] for p in heldout}
    assert len(train) + len(heldout) == 30
    assert all(p["completion"].startswith("The valve number") for p in train + heldout)


def test_the_same_data_gives_the_same_pairs(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert main(["pairs", str(data(tmp_path, 5)), "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / "one" / "train.jsonl").read_bytes() == (tmp_path / "two" / "train.jsonl").read_bytes()


def test_one_document_is_too_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pairs", str(data(tmp_path, 1)), "--out", str(tmp_path / "pairs")]) == 2
    assert "at least two" in capsys.readouterr().err
    assert not (tmp_path / "pairs").exists()

"""`ingest` as a whole: chunks with their places, a card that counts, and one sentence for bad input."""

import json
import os
from pathlib import Path

import pytest
from documents import pdf

from bot.__main__ import main
from bot.chunks import chunks, count_tokens
from bot.files import read_lines

LONG = " ".join(
    f"Sentence number {i} tells of the {w} in the valley."
    for i, w in enumerate("mill bridge inn forge well barn orchard tower".split() * 6)
)


def ingest(docs: Path, out: Path) -> int:
    return main(["ingest", str(docs), "--out", str(out)])


def test_a_chunk_is_its_place_in_the_document(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "deep").mkdir(parents=True)
    (docs / "a.md").write_text(f"# Valley\n\n{LONG}\n\n## Rules\n\nMail me@example.org.\n")
    (docs / "deep" / "b.html").write_bytes("<title>Caf\u00e9</title><p>The caf\u00e9 is open.".encode("cp1252"))
    pdf(docs / "c.pdf", ["The mill was built in 1802."])
    (docs / "copy.txt").write_text("The cafe")
    (docs / "copy2.txt").write_text("the  CAFE")
    assert ingest(docs, tmp_path / "data") == 0
    rows, whole = (
        list(read_lines(tmp_path / "data" / "chunks.jsonl")),
        {d["source"]: d for d in read_lines(tmp_path / "data" / "documents.jsonl")},
    )
    assert {r["source"] for r in rows} == {"a.md", "deep/b.html", "c.pdf", "copy.txt"} == set(whole)
    assert all(whole[r["source"]]["text"][r["start"] : r["end"]] == r["text"] for r in rows)
    assert len({r["id"] for r in rows}) == len(rows)
    assert all(r["tokens"] == count_tokens(r["text"]) <= 160 for r in rows)
    card = json.loads((tmp_path / "data" / "card.json").read_text())
    assert (card["documents"], card["chunks"], card["duplicates"], card["masked"]["email"]) == (4, len(rows), 1, 1)
    assert card["encodings"] == {"utf-8": 2, "windows-1252": 1}
    assert card["hash"] in (tmp_path / "data" / "card.md").read_text()


def test_every_sentence_is_whole_in_a_chunk() -> None:
    made = chunks("a", "t", LONG, 60, 1)
    assert len(made) > 5
    assert all(any(f"{s}." in c.text for c in made) for s in LONG.rstrip(".").split(". "))


def test_text_above_changes_no_id_below() -> None:
    made = chunks("a", "t", "# Old\n\n" + LONG, 60, 1)
    moved = chunks("a", "t", "# New\n\n" + "Other words stand here. " * 9 + "\n\n# Old\n\n" + LONG, 60, 1)
    assert {c.id for c in made} < {c.id for c in moved}


def test_the_same_documents_give_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(LONG)
    assert ingest(tmp_path / "docs", tmp_path / "one") == ingest(tmp_path / "docs", tmp_path / "two") == 0
    for name in os.listdir(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("what", ["missing", "empty", "scan", "file"])
def test_bad_input_is_one_sentence_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    docs = tmp_path / "docs"
    if what != "missing":
        docs.mkdir()
    if what == "scan":
        pdf(docs / "a.pdf", [])
    if what == "file":
        docs = docs / "x.md"
        docs.write_text("text")
    assert ingest(docs, tmp_path / "data") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_file_of_300_mb_is_skipped_and_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("The mill was built in 1802.")
    with (docs / "huge.txt").open("wb") as file:
        file.truncate(300_000_000)
    assert ingest(docs, tmp_path / "data") == 0
    skipped = json.loads((tmp_path / "data" / "card.json").read_text())["skipped"]
    assert [s["source"] for s in skipped] == ["huge.txt"]
    assert "300 MB" in skipped[0]["reason"]


def test_what_was_there_before_stays_when_the_disk_is_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit on the size of files stands for the full disk: the write is refused by the system in the middle."""
    import resource
    import signal

    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("The mill was built in 1802.")
    assert ingest(docs, tmp_path / "data") == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "data").iterdir()}
    (docs / "b.txt").write_text(LONG * 3)
    limit, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limit[1]))
    try:
        assert ingest(docs, tmp_path / "data") == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    assert "room" in capsys.readouterr().err
    assert {p.name: p.read_bytes() for p in (tmp_path / "data").iterdir()} == before
    assert ingest(docs, tmp_path / "data") == 0

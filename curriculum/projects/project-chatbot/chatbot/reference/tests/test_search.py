"""bot.search: two lists become one ranking, and what is damaged is refused."""

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.faults import Fault
from bot.files import write_json, write_lines
from bot.search import NAME, fused, questions_from
from bot.words import stem, words

TEXTS = {
    "a": "The canteen serves soup until three.",
    "b": "Part QX-4471 lies on shelf nine.",
    "c": "Part QX-4472 lies on shelf two.",
    "d": "The lift is out of order until May.",
}


def data_at(folder: Path, digest: str = "1") -> Path:
    """A DATA folder of four chunks."""
    folder.mkdir(parents=True, exist_ok=True)
    write_lines(
        folder / "chunks.jsonl",
        [{"id": k, "text": t, "source": f"{k}.md", "title": "T", "start": 0, "end": len(t), "tokens": 9} for k, t in TEXTS.items()],
    )
    write_json(folder / "card.json", {"hash": digest})
    return folder


def test_fusion_is_the_sum_of_weighted_reciprocal_ranks() -> None:
    assert fused([(1.0, [7, 8]), (0.5, [8])], 5) == [(8, 1 / 7 + 0.5 / 6), (7, 1 / 6)]
    assert fused([(1.0, [2]), (1.0, [1])], 5) == [(1, 1 / 6), (2, 1 / 6)]


@pytest.mark.parametrize("group", [("copies", "copied", "copying"), ("repair", "repaired", "repairs"), ("sell", "selling")])
def test_forms_of_a_word_meet(group: tuple[str, ...]) -> None:
    assert len({stem(word) for word in group}) == 1


def test_names_count_whole_and_in_parts() -> None:
    assert words("Use os.path and read_csv") == ["use", "os", "path", "os.path", "read", "csv", "read_csv"]
    assert NAME.findall("Where is QX-4471 in BaseModel or the garden?") == ["QX-4471", "BaseModel"]


def test_a_line_that_is_no_question_is_named() -> None:
    assert questions_from(io.StringIO('{"id": 1, "question": "a"}\n\n')) == [{"id": 1, "question": "a"}]
    with pytest.raises(Fault, match="Line 2"):
        questions_from(io.StringIO('{"id": 1, "question": "a"}\n{"id": 2}\n'))


def test_index_and_search_and_what_they_refuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_at(tmp_path / "data")
    assert main(["index", str(data)]) == 0

    def search() -> int:
        lines = [{"id": 1, "question": "When is lunch over?"}, {"id": 2, "question": "Where is QX-4472?"}]
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(json.dumps(line) + "\n" for line in lines)))
        return main(["search", str(data), "--k", "2"])

    assert search() == 0
    assert [json.loads(line)["hits"][0]["chunk"] for line in capsys.readouterr().out.splitlines()] == ["a", "c"]
    data_at(data, "2")
    assert search() == 2
    assert "other documents" in capsys.readouterr().err
    data_at(data)
    biggest = max((p for p in (data / "index").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    biggest.write_bytes(biggest.read_bytes()[:50])
    assert search() == 2
    assert "run `python -m bot index" in capsys.readouterr().err
    assert main(["index", str(data)]) == 0
    assert search() == 0

"""The service's logs, ratings and dashboard: whole lines, nothing personal, and no log costs an answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.ask import Answer
from bot.files import read_lines
from bot.serving.dashboard import Dashboard
from bot.serving.feedback import Rating, rating_of
from bot.serving.journal import Journal
from bot.serving.shapes import Refused
from bot.settings import Guard, Monitor, Settings

SAID = Answer("The mill opens at nine.", ("c1",), True)


def board(folder: Path, **rules: int) -> tuple[Journal, Dashboard]:
    journal = Journal(folder)
    return journal, Dashboard(journal, folder / "baseline.jsonl", Settings(monitor=Monitor(**rules)))


def test_a_request_is_one_line_without_personal_data(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.request("a", "I am ann@mill.org and my password is hunter2, \nwhen does it open? \ud800", SAID, 0.1234)
    journal.request("b", "fails", None, 60, 504)
    first, second = read_lines(journal.requests)
    assert first["question"] == "I am [EMAIL] and my password is [SECRET], \nwhen does it open? ?"
    assert (first["id"], first["answer"], first["citations"], first["known"], first["seconds"]) == ("a", SAID.text, ["c1"], True, 0.123)
    assert (second["status"], second["answer"], second["known"]) == (504, "", False)


def test_a_log_that_cannot_be_written_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "requests.jsonl").mkdir()
    journal = Journal(tmp_path)
    for key in "ab":
        journal.request(key, "When?", SAID, 0.1)
    assert capsys.readouterr().err.count("Requests are not logged") == 1


def test_a_full_disk_leaves_no_half_line(tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").symlink_to("/dev/full")
    Journal(tmp_path).request("a", "When?", SAID, 0.1)


def test_half_a_line_is_cut_off_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").write_text('{"id": "a"}\n{"id": "b", "ques')
    Journal(tmp_path).request("c", "When?", SAID, 0.1)
    assert [row["id"] for row in read_lines(tmp_path / "requests.jsonl")] == ["a", "c"]


def test_a_rating_needs_an_answer_that_was_given(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert not journal.rate(Rating("a", "up", ""))
    journal.request("a", "When?", SAID, 0.1)
    journal.request("b", "When?", None, 60, 504)
    assert journal.rate(Rating("a", "down", "At ten, says ann@mill.org."))
    assert not journal.rate(Rating("b", "down", "")) and not journal.rate(Rating("c", "up", ""))
    (row,) = read_lines(journal.feedback)
    assert list(row) == ["id", "time", "question", "answer", "rating", "correction"]
    assert (row["rating"], row["correction"], row["answer"]) == ("down", "At ten, says [EMAIL].", SAID.text)


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", {"id": "a"}, {"id": 1, "rating": "up"}, {"id": "a", "rating": "good"}, {"id": "a", "rating": "up", "correction": 1}],
)
def test_what_is_no_rating_is_refused(body: Any) -> None:
    with pytest.raises(Refused) as refused:
        rating_of(body if isinstance(body, bytes) else json.dumps(body).encode(), Guard())
    assert refused.value.status == 400


def test_the_dashboard_adds_up_and_shows_markup_as_text(tmp_path: Path) -> None:
    journal, page = board(tmp_path)
    assert 'id="requests">0<' in page.page({})
    for i in range(4):
        journal.request(str(i), "<script>alert(1)</script>", SAID if i else Answer("No.", (), False), i / 10)
    journal.rate(Rating("1", "up", ""))
    journal.rate(Rating("1", "down", "<b>ten</b>"))
    shown = page.page({"200": 4, "429": 2, "400": 1})
    figures = {
        "requests": "4",
        "unknown": "0.25",
        "p50": "0.15",
        "busy": "2",
        "errors": "1",
        "up": "0",
        "down": "1",
        "drift": "too few questions",
    }
    assert all(f'id="{name}">{value}<' in shown for name, value in figures.items()), shown
    assert "<script" not in shown and "<b>" not in shown and "&lt;script&gt;" in shown
    journal.requests.write_text("")
    assert 'id="requests">0<' in page.page({})


def test_the_dashboard_sees_a_drift_of_the_last_window(tmp_path: Path) -> None:
    journal, page = board(tmp_path, window=30, splits=500)
    for i in range(40):
        journal.request(str(i), f"When does the mill open on day {i}?", SAID, 0.1)
    assert 'id="drift">too few questions<' in page.page({})  # ten before the window
    for i in range(40):
        journal.request(str(i), f"Which ointment helps against rash number {i}?", SAID, 0.1)
    shown = page.page({})
    assert 'id="drift">yes<' in shown and "embedding: p = " in shown

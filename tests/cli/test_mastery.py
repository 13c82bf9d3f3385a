"""Reviews, placement, the goal and the reasons, in a terminal."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from gradus import clock
from gradus.store.schema import moment
from tests.cli.conftest import RIGHT, WRONG, Desk

STEP = "sum-squares"


@pytest.fixture
def weeks_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A step was solved, and a month has passed for whoever plans."""
    desk.answer(RIGHT)
    assert desk.ask("try", STEP).code == 0
    then = datetime.now(UTC) + timedelta(days=30)
    monkeypatch.setattr(clock, "now", lambda: then)
    ticks = count()
    for module in ("asking", "grading", "minutes"):
        monkeypatch.setattr(f"gradus.{module}.now", lambda: moment(then + timedelta(milliseconds=next(ticks))))
    return desk


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What the learner types; then the input ends."""
    given = iter(lines)

    def typed(prompt: str = "") -> str:
        print(prompt)
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", typed)


def test_nothing_is_due_at_first_and_an_unsolved_step_is_no_review(desk: Desk) -> None:
    assert "No review is due today." in desk.ask("review", "--list").out
    assert "No review is due" in desk.ask("review").err
    said = desk.ask("review", STEP)
    assert (said.code, "not solved" in said.err, f"gradus open {STEP}" in said.err) == (2, True, True)
    assert "No review is open" in desk.ask("review", "--try").err


def test_a_review_opens_the_starter_in_its_own_folder_and_ends_with_what_moved(weeks_later: Desk) -> None:
    desk = weeks_later
    assert "1 review due" in desk.ask("next").out
    said = desk.ask("review")
    assert "1 review due" in said.out
    file = desk.home / "reviews" / "1" / "answer.py"
    assert str(file.parent) in said.out
    assert "raise NotImplementedError" in file.read_text()
    file.write_text(WRONG)
    said = desk.ask("review", "--try")
    assert (said.code, "mistake: Adds the numbers themselves" in said.out, "another variant" in said.out) == (1, True, True)
    assert "1. Look at what happens" in desk.ask("review", "--hint").out
    file.write_text(RIGHT)
    said = desk.ask("review", "--try")
    assert said.code == 0
    assert "Rated hard" in said.out
    assert "A sum of squares: chance to solve it" in said.out
    assert (desk.home / "workspace" / STEP / "answer.py").read_text() == RIGHT


def test_giving_up_prints_the_solution_and_rates_again(weeks_later: Desk) -> None:
    weeks_later.ask("review")
    said = weeks_later.ask("review", "--give-up")
    assert "def sum_squares" in said.out
    assert "Rated again" in said.out


def test_the_review_log_is_a_table_and_can_be_read_back(desk: Desk, tmp_path: Path) -> None:
    desk.answer(RIGHT)
    desk.ask("try", STEP)
    table = list(csv.DictReader(io.StringIO(desk.ask("reviewlog").out)))
    assert [(r["review_rating"], r["review_state"]) for r in table] == [("3", "0")]
    file = tmp_path / "log.json"
    assert desk.ask("reviewlog", str(file)).code == 0
    assert json.loads(file.read_text())[0]["step"] == STEP
    assert "Added 0 ratings; 1 stood here already." in desk.ask("reviewlog", "--read", str(file)).out
    file.write_text("nonsense")
    said = desk.ask("reviewlog", "--read", str(file))
    assert (said.code, "no review log" in said.err) == (2, True)


def test_placement_shows_the_total_asks_and_can_be_left_and_taken_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, *["s"] * 1, "?", "q")
    said = desk.ask("place")
    assert said.code == 0
    assert said.out.startswith("At most ")
    assert "Question 1 of at most" in said.out
    typing(monkeypatch, *["?"] * 20)
    said = desk.ask("place")
    assert "Assumed is not proven" in said.out
    assert "to learn" in said.out


def test_ticks_can_be_given_on_the_command_line_and_a_wrong_one_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)
    assert "Stopped" in desk.ask("place", "--tick", "numbers=some").out
    said = desk.ask("place", "--tick", "numbers=maybe")
    assert (said.code, "never, some or solid" in said.err) == (2, True)


def test_what_was_typed_and_cannot_be_read_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "what?", "q")
    said = desk.ask("place", "sum-products")
    assert "It was not counted; the same question again." in said.out


def test_a_goal_is_a_way_with_hours_as_a_range(desk: Desk) -> None:
    assert "You have set no goal." in desk.ask("goal").out
    said = desk.ask("goal", "tables")
    assert said.code == 0
    assert "hours of work" in said.out
    assert "at 40 minutes a day" in said.out
    assert "(count-orders)" in said.out
    assert desk.ask("minutes", "20").out == "20 minutes a day.\n"
    assert "at 20 minutes a day" in desk.ask("goal").out
    assert "no goal now" in desk.ask("goal", "--clear").out
    assert desk.ask("goal", "nowhere").code == 2
    assert desk.ask("minutes", "2").code == 2


def test_why_gives_the_evidence_in_plain_words(desk: Desk) -> None:
    assert "It is recommended now: " in desk.ask("why", STEP).out
    desk.answer(RIGHT)
    desk.ask("try", STEP)
    said = desk.ask("why", STEP)
    assert said.code == 0
    assert "A sum of squares" in said.out
    assert len(said.out.splitlines()) >= 3

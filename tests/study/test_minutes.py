"""How long somebody worked on a submission."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from gradus import study
from gradus.store.schema import moment
from gradus.study import Learner
from tests.small import RIGHT, STEP, WRONG


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Set the clock to so many minutes after noon."""

    def to(minutes: float) -> None:
        now = moment(datetime(2026, 5, 1, 12, tzinfo=UTC) + timedelta(minutes=minutes))
        for module in ("minutes", "submission", "grading"):
            monkeypatch.setattr(f"gradus.{module}.now", lambda: now)

    return to


def worked(me: Learner, text: str) -> float | None:
    return study.submit(me, STEP, {"answer.py": text}, source="web").submission.minutes


def test_they_run_from_opening_then_from_the_run_before(me: Learner, at: Callable[[float], None]) -> None:
    at(0)
    study.open_step(me, STEP)
    at(10)
    study.open_step(me, STEP)  # a reload is no new beginning
    at(12)
    assert worked(me, WRONG) == 12
    at(15)
    study.open_step(me, STEP)
    at(17)
    assert worked(me, RIGHT) == 5


def test_nobody_works_through_a_night(me: Learner, at: Callable[[float], None]) -> None:
    at(0)
    study.open_step(me, STEP)
    at(15 * 60)
    assert worked(me, WRONG) is None
    at(24 * 60)
    study.open_step(me, STEP)
    at(24 * 60 + 4)
    assert worked(me, RIGHT) == 4


def test_a_clock_put_back_makes_no_negative_minutes(me: Learner, at: Callable[[float], None]) -> None:
    at(60)
    study.open_step(me, STEP)
    at(0)
    assert worked(me, WRONG) is None


def test_an_answer_to_a_step_that_was_never_opened_has_no_minutes(me: Learner) -> None:
    assert worked(me, RIGHT) is None

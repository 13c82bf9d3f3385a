"""Reviews: which step, rated by the judge, and what moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from gradus import asking, clock, reviewing, study
from gradus.asking import Asked
from gradus.memory import Gate, Rating
from gradus.recollection import recollect
from gradus.store.schema import moment
from gradus.study import Learner, Refused
from tests.small import MEAN, RIGHT, STEP, WRONG


@pytest.fixture
def solved(me: Learner, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """The first step is solved; the returned function lets days pass, for the database and for whoever asks the time."""
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    start = datetime.now(UTC)

    def later(days: float) -> None:
        then = start + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda: then)
        ticks = count()
        for module in ("gradus.asking", "gradus.grading", "gradus.minutes"):
            monkeypatch.setattr(f"{module}.now", lambda: moment(then + timedelta(milliseconds=next(ticks))))

    return later


def run(me: Learner, what: Asked, text: str) -> str:
    return str(study.judge(me, asking.hand_in(me, what.id, {"answer.py": text})).verdict["outcome"])


def test_nothing_is_due_on_the_day_on_which_it_was_learned(me: Learner, solved: Callable[[float], None]) -> None:
    assert reviewing.due(recollect(me)).due == ()
    with pytest.raises(Refused, match="No review is due"):
        reviewing.begin(me)


def test_what_was_never_solved_is_not_reviewed(me: Learner) -> None:
    with pytest.raises(Refused, match="not solved"):
        reviewing.begin(me, STEP)


def test_weeks_later_it_is_due_with_minutes_and_the_judge_rates_an_unaided_pass_good(me: Learner, solved: Callable[[float], None]) -> None:
    solved(30)
    due = reviewing.due(recollect(me))
    assert [d.step for d in due.due] == [STEP]
    assert due.minutes > 0
    what = reviewing.begin(me)
    assert reviewing.begin(me).id == what.id  # the open one goes on
    assert run(me, what, RIGHT) == "accepted"
    end = reviewing.ended(me, what.id)
    assert end.rating is Rating.GOOD
    assert end.moved[0].step == STEP
    assert end.moved[0].gate == (Gate.LEARNED, Gate.MASTERED)
    assert end.moved[0].recall[1] > (end.moved[0].recall[0] or 0)
    assert end.left.due == ()


def test_a_rejected_answer_makes_it_hard_and_giving_up_again(me: Learner, solved: Callable[[float], None]) -> None:
    solved(30)
    what = reviewing.begin(me)
    assert run(me, what, WRONG) == "rejected"
    assert reviewing.ended(me, what.id).rating is None
    assert run(me, what, RIGHT) == "accepted"
    assert reviewing.ended(me, what.id).rating is Rating.HARD
    solved(60)
    what = reviewing.begin(me, STEP)
    asking.give_up(me, what.id)
    end = reviewing.ended(me, what.id)
    assert end.rating is Rating.AGAIN
    assert end.moved[0].due[1] < clock.now() + timedelta(days=7)


def test_running_the_old_answer_again_in_the_workspace_refreshes_nothing(me: Learner, solved: Callable[[float], None]) -> None:
    solved(30)
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    assert [d.step for d in reviewing.due(recollect(me)).due] == [STEP]


def test_a_review_left_open_for_days_is_begun_anew_on_another_variant(me: Learner, solved: Callable[[float], None]) -> None:
    solved(30)
    first = reviewing.begin(me)
    solved(32)
    second = reviewing.begin(me)
    assert (second.step.id, second.id != first.id, second.seed != first.seed) == (STEP, True, True)


def test_a_step_that_was_renamed_keeps_its_reviews(me: Learner, solved: Callable[[float], None]) -> None:
    from dataclasses import replace

    solved(30)
    what = reviewing.begin(me)
    run(me, what, RIGHT)
    before = recollect(me).memory.records[STEP]
    renamed = replace(me, renamed={STEP: MEAN})
    assert recollect(renamed).memory.records[MEAN].passes == before.passes

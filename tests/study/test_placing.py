"""Find my place: ticks, short questions in the real judge, stopped and taken up again; testing out is the same in small."""

from __future__ import annotations

import pytest

from gradus import placing, study
from gradus.kinds import drill
from gradus.placing import Place
from gradus.study import Learner, Refused
from tests.small import DRILL, MEAN, RIGHT, STEP


def right(here: Place) -> tuple[str | None, dict[str, str] | None]:
    """The right answer to the question that is put."""
    what = here.asked
    assert what is not None
    if what.trial.question is None:
        return None, {"answer.py": RIGHT}
    text = drill.solution(what.step, what.seed)["answers.toml"]
    return next(line.split('"')[1] for line in text.splitlines() if line.startswith(what.trial.question)), None


def test_what_takes_longer_than_three_minutes_or_builds_on_an_answer_is_never_asked(me: Learner) -> None:
    assert placing.askable(me.roadmap) == {STEP: 3.0, DRILL: 1.0}


def test_the_total_is_known_beforehand_and_kept(me: Learner) -> None:
    questions, minutes = placing.ahead(me)
    assert (questions, minutes) == (2, 4.0)
    here = placing.begin(me, {"basics": "some"})
    asked = 0
    while here.running:
        here = placing.unknown(me)
        asked += 1
    assert 1 <= asked <= questions


def test_right_answers_make_what_lies_before_assumed_and_the_step_itself_proven(me: Learner) -> None:
    here = placing.begin(me, {"basics": "solid"})
    while here.running:
        text, files = right(here)
        here, unread = placing.answer(me, text, files)
        assert unread == ""
    assert here.labels
    assert study.overview(me).steps[MEAN] == "ready"


def test_i_dont_know_everywhere_leaves_nothing_assumed(me: Learner) -> None:
    here = placing.begin(me, {"basics": "never"})
    while here.running:
        here = placing.unknown(me)
    assert "assumed known" not in {str(label) for label in here.labels.values()}
    assert all(str(s) in ("ready", "planned") for s in study.overview(me).steps.values())


def test_a_reloaded_page_gets_the_same_question_on_the_same_seed(me: Learner) -> None:
    here, again = placing.begin(me), placing.place(me)
    assert here.asked is not None
    assert again.asked is not None
    assert (again.asked.id, again.asked.seed) == (here.asked.id, here.asked.seed)


def test_what_cannot_be_read_is_said_and_not_counted(me: Learner) -> None:
    here = placing.begin(me)
    if here.asked and here.asked.trial.question:
        after, unread = placing.answer(me, "what?")
    else:
        after, unread = placing.answer(me, None, {"answer.py": "def add(a, b:"})
    assert unread
    assert after.answered == 0
    assert after.asked is not None
    assert here.asked is not None
    assert after.asked.id == here.asked.id


def test_a_sitting_can_be_left_counts_and_can_be_taken_up(me: Learner) -> None:
    begun = placing.begin(me)
    placing.unknown(me)
    left = placing.stop(me)
    assert (left.running, left.resumable, left.answered) == (False, True, 1)
    assert left.labels
    with pytest.raises(Refused, match="No question"):
        placing.unknown(me)
    again = placing.begin(me)
    assert (again.sitting, again.answered) == (begun.sitting, 1)


def test_testing_out_of_a_concept_asks_only_about_it_and_what_it_needs(me: Learner) -> None:
    here = placing.begin(me, about="adding")
    assert here.at_most <= 5
    seen = set()
    while here.running and here.asked:
        seen.add(here.asked.step.id)
        text, files = right(here)
        here, _ = placing.answer(me, text, files)
    assert seen <= {STEP, DRILL}
    assert seen


def test_before_a_step_what_it_builds_on_is_checked(me: Learner) -> None:
    here = placing.begin(me, about=MEAN)
    assert here.asked is not None
    assert here.asked.step.id in {STEP, DRILL}


def test_what_has_nothing_to_ask_says_so_and_what_to_do(me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT})
    with pytest.raises(Refused, match="three minutes"):
        placing.begin(me, about=STEP)


def test_a_tick_that_means_nothing_is_refused_and_nothing_is_begun(me: Learner) -> None:
    with pytest.raises(Refused, match="no tick"):
        placing.begin(me, {"basics": "maybe"})
    with pytest.raises(Refused, match="no tick"):
        placing.begin(me, {"nowhere": "some"})
    assert placing.place(me).sitting is None


def test_solved_steps_are_not_asked(me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT})
    here = placing.begin(me)
    while here.running:
        assert here.asked is not None
        assert here.asked.step.id == DRILL
        here = placing.unknown(me)


def test_a_step_of_which_placement_is_unsure_opens_with_a_short_question(me: Learner) -> None:
    from gradus.placement import Label
    from gradus.recollection import recollect

    assert placing.challenge(recollect(me), STEP) is None  # nothing was said yet
    placing.begin(me, {"basics": "some"})
    labels = placing.stop(me).labels
    for step, minutes in placing.askable(me.roadmap).items():
        assert placing.challenge(recollect(me), step) == (minutes if labels[step] is Label.UNSURE else None)
    assert placing.challenge(recollect(me), MEAN) is None  # too long to be asked


def test_a_backlog_puts_the_reviews_first_and_says_that_new_steps_wait(me: Learner) -> None:
    from dataclasses import replace

    from gradus.reviews import Pick, Reviews
    from gradus.schedule import Plan
    from gradus.study import _cards

    reviews = Reviews((Pick(STEP, 4.0, (STEP,), "It is due."),), (), 200.0, True, "More than three days of reviews wait; new steps pause.")
    shown = _cards(me, Plan(None, (), reviews), list(study.overview(me).cards))
    assert [(c.role, c.reason) for c in shown] == [("due", reviews.say)]
    usual = _cards(me, Plan(None, (), replace(reviews, backlog=False)), list(study.overview(me).cards))
    assert [c.role for c in usual] == ["due", "start"]

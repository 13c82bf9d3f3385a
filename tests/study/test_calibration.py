"""How sure, and how often rightly: what was said before an answer is counted with its verdict, and nothing else moves."""

from __future__ import annotations

import pytest

from gradus import asking, study, trial
from gradus.calibration import FACT, Said, calibration
from gradus.recollection import recollect
from gradus.store.evidence import Attempt
from gradus.study import Learner, Refused
from tests.small import RIGHT, STEP, WRONG


def row(fact: str, trial: str, **detail: str) -> Attempt:
    return Attempt("u", "s", fact, "t", "", {"trial": trial, **detail}, None, None)


def test_the_last_word_before_a_run_that_counts_is_counted_with_it() -> None:
    rows = [
        row(FACT, "a", sure="guess"), row(FACT, "a", sure="know"), row("malformed", "a"), row("rejected", "a"),
        row("accepted", "a"),  # nothing was said of this one
        row(FACT, "b", sure="know"), row("accepted", "b"), row(FACT, "c", sure="think"),  # never judged
        row(FACT, "d", sure="certain"), row("accepted", "d"),  # no word of ours
    ]  # fmt: skip
    assert calibration(rows) == (Said("know", 2, 1),)


def test_what_was_said_in_another_review_is_not_mixed_in() -> None:
    rows = [row(FACT, "a", sure="guess"), row(FACT, "b", sure="know"), row("accepted", "a"), row("rejected", "b")]
    assert calibration(rows) == (Said("guess", 1, 1), Said("know", 1, 0))


def test_it_is_kept_with_the_answer_and_moves_no_memory(me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT})
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    study.judge(me, asking.hand_in(me, what.id, {"answer.py": WRONG}, sure="know"))
    known = recollect(me)
    assert calibration(known.attempts) == (Said("know", 1, 0),)
    assert [e.fact for e in known.events].count(FACT) == 0


def test_saying_it_does_not_open_the_next_hint(me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT})
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    asking.hint(me, what.id)
    asking.hand_in(me, what.id, {"answer.py": RIGHT}, sure="guess")  # committed, not judged yet
    with pytest.raises(Refused, match="after another run"):
        asking.hint(me, what.id)

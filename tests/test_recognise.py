"""A mistake is named only when the answer behaves like it wherever it departs from the solution; better silent than wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gradus.compared import Compared, compare
from gradus.judging import call, close, each
from gradus.recognise import USUAL, Likeness, apart
from gradus.recognise import recognise as recognise_with
from gradus.universal import universal
from gradus.vocabulary import Judge, Level, Miss, Mistake, Observation, Raised, Seen, Step


def seen(**values: object) -> Observation:
    return Observation({p: v if isinstance(v, Seen) else Seen(v) for p, v in values.items()})


@each()
def agrees(got: Any, ideal: Any) -> Miss | None:
    """The values agree to a tenth."""
    return close(got, ideal, atol=0.1)


IDEAL = seen(a=1.0, b=2.0, c=3.0)
WIDE, NARROW, TWIN, OTHER = (Mistake(i, i.title(), "words") for i in ("wide", "narrow", "twin", "other"))
BEHAVE = {
    "wide": seen(a=9.0, b=9.0, c=3.0),
    "narrow": seen(a=9.0, b=2.0, c=3.0),
    "twin": seen(a=9.0, b=9.0, c=3.0),
    "other": seen(a=1.0, b=2.0, c=8.0),
}


def step(*mistakes: Mistake) -> Step:
    return Step("s", "S", "code", Level.CORE, 5, "c", "t", Path(), "h", mistakes=mistakes)


def compared(answer: Observation, ideal: Observation = IDEAL) -> Compared:
    probes = {p: call("f", p) for p in ideal.seen}
    return compare(Judge(lambda _: probes, (agrees,)), probes, answer, ideal)


def recognise(step: Step, answer: Observation, mistaken: dict[str, Observation], shown: str | None = None) -> Mistake | None:
    both = compared(answer)
    return recognise_with(step, both, mistaken, {i: apart(o, IDEAL) for i, o in mistaken.items()}, Likeness(both, USUAL), shown)


def test_the_mistake_that_explains_most_is_named() -> None:
    assert recognise(step(WIDE, NARROW), seen(a=9.0, b=9.0, c=3.0), BEHAVE) == WIDE
    assert recognise(step(WIDE, NARROW), seen(a=9.0, b=2.0, c=3.0), BEHAVE) == NARROW


def test_a_mistake_is_named_although_something_else_is_wrong_as_well() -> None:
    assert recognise(step(WIDE), seen(a=9.0, b=9.0, c=77.0), BEHAVE) == WIDE


def test_a_tie_names_none_and_so_does_an_unknown_answer() -> None:
    assert recognise(step(WIDE, TWIN), seen(a=9.0, b=9.0, c=3.0), BEHAVE) is None
    assert recognise(step(WIDE, NARROW), seen(a=8.0, b=8.0, c=8.0), BEHAVE) is None


def test_rounding_does_not_hide_a_mistake_and_an_exception_counts_as_behaviour() -> None:
    assert recognise(step(WIDE), seen(a=9.0 + 1e-9, b=9.0, c=3.0), BEHAVE) == WIDE
    raised = Seen(raised=Raised("IndexError", ("IndexError",), "out of range"))
    assert recognise(step(WIDE), seen(a=raised, b=2.0, c=3.0), {"wide": seen(a=raised, b=2.0, c=3.0)}) == WIDE


def test_of_two_faults_in_one_answer_the_one_that_explains_what_is_shown_is_named() -> None:
    both = seen(a=9.0, b=2.0, c=8.0)
    assert recognise(step(NARROW, OTHER), both, BEHAVE, "a") == NARROW
    assert recognise(step(NARROW, OTHER), both, BEHAVE, "c") == OTHER


def test_a_value_that_the_judge_would_take_for_the_mistakes_is_recognised() -> None:
    assert recognise(step(WIDE), seen(a=9.05, b=8.96, c=3.0), BEHAVE) == WIDE
    assert recognise(step(WIDE), seen(a=9.05, b=8.8, c=3.0), BEHAVE) is None


def test_a_mistake_that_explains_most_of_the_objections_is_named_although_another_fault_hides_it_somewhere() -> None:
    ideal = {p: float(i) for i, p in enumerate("abcde")}
    theirs = {p: v + 7 * v for p, v in ideal.items()}
    mine = {**theirs, "e": 1e6}
    both = compared(seen(**mine), seen(**ideal))
    mistaken, departures = {"wide": seen(**theirs)}, {"wide": apart(seen(**theirs), seen(**ideal))}
    assert recognise_with(step(WIDE), both, mistaken, departures, Likeness(both, USUAL)) == WIDE
    mine |= {"c": 1e6, "d": 1e6}
    both = compared(seen(**mine), seen(**ideal))
    assert recognise_with(step(WIDE), both, mistaken, departures, Likeness(both, USUAL)) is None


def said(answer: Observation) -> Mistake | None:
    return universal(compared(answer))


def test_the_mistakes_of_every_task_are_known_without_an_author() -> None:
    nothing = said(seen(a=None, b=None, c=None))
    assert nothing is not None
    assert nothing.id == "returned-none"
    printed = said(Observation(seen(a=None, b=None, c=None).seen, printed="0.5\n"))
    assert printed is not None
    assert printed.id == "printed-not-returned"
    touched = said(seen(a=Seen(1.0, touched=True), b=2.0, c=3.0))
    assert touched is not None
    assert touched.id == "changed-its-input"
    assert said(seen(a=5.0, b=2.0, c=3.0)) is None

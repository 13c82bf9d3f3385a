"""A mistake is named only when the answer behaves like it wherever it departs from the solution; better silent than wrong."""

from __future__ import annotations

from pathlib import Path

from gradus.recognise import apart, universal
from gradus.recognise import recognise as recognise_with
from gradus.vocabulary import Level, Mistake, Observation, Raised, Seen, Step


def seen(**values: object) -> Observation:
    return Observation({p: v if isinstance(v, Seen) else Seen(v) for p, v in values.items()})


IDEAL = seen(a=1.0, b=2.0, c=3.0)
WIDE, NARROW, TWIN = (Mistake(i, i.title(), "words") for i in ("wide", "narrow", "twin"))
BEHAVE = {"wide": seen(a=9.0, b=9.0, c=3.0), "narrow": seen(a=9.0, b=2.0, c=3.0), "twin": seen(a=9.0, b=9.0, c=3.0)}


def step(*mistakes: Mistake) -> Step:
    return Step("s", "S", "code", Level.CORE, 5, "c", "t", Path(), "h", mistakes=mistakes)


def recognise(step: Step, answer: Observation, ideal: Observation, mistaken: dict[str, Observation]) -> Mistake | None:
    return recognise_with(step, answer, mistaken, {i: apart(o, ideal) for i, o in mistaken.items()})


def test_the_mistake_that_explains_most_is_named() -> None:
    assert recognise(step(WIDE, NARROW), seen(a=9.0, b=9.0, c=3.0), IDEAL, BEHAVE) == WIDE
    assert recognise(step(WIDE, NARROW), seen(a=9.0, b=2.0, c=3.0), IDEAL, BEHAVE) == NARROW


def test_a_mistake_is_named_although_something_else_is_wrong_as_well() -> None:
    assert recognise(step(WIDE), seen(a=9.0, b=9.0, c=77.0), IDEAL, BEHAVE) == WIDE


def test_a_tie_names_none_and_so_does_an_unknown_answer() -> None:
    assert recognise(step(WIDE, TWIN), seen(a=9.0, b=9.0, c=3.0), IDEAL, BEHAVE) is None
    assert recognise(step(WIDE, NARROW), seen(a=8.0, b=8.0, c=8.0), IDEAL, BEHAVE) is None


def test_rounding_does_not_hide_a_mistake_and_an_exception_counts_as_behaviour() -> None:
    assert recognise(step(WIDE), seen(a=9.0 + 1e-9, b=9.0, c=3.0), IDEAL, BEHAVE) == WIDE
    raised = Seen(raised=Raised("IndexError", ("IndexError",), "out of range"))
    assert recognise(step(WIDE), seen(a=raised, b=2.0, c=3.0), IDEAL, {"wide": seen(a=raised, b=2.0, c=3.0)}) == WIDE


def test_the_mistakes_of_every_task_are_known_without_an_author() -> None:
    nothing = universal(seen(a=None, b=None, c=None), IDEAL)
    assert nothing is not None
    assert nothing.id == "returned-none"
    printed = universal(Observation(seen(a=None, b=None, c=None).seen, printed="0.5\n"), IDEAL)
    assert printed is not None
    assert printed.id == "printed-not-returned"
    touched = universal(seen(a=Seen(1.0, touched=True), b=2.0, c=3.0), IDEAL)
    assert touched is not None
    assert touched.id == "changed-its-input"
    assert universal(seen(a=5.0, b=2.0, c=3.0), IDEAL) is None

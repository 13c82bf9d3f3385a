"""Name the mistake behind a wrong answer by its behaviour; better silent than wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from gradus.compared import Compared, ask
from gradus.form import form
from gradus.judging import array, close
from gradus.vocabulary import Mistake, Observation, Seen, Step

# Two programs with the same fault round differently: float32 families need more room than float64 ones.
ROOM = {"torch": 1e-4}
USUAL = 1e-6
NOISE = 1e-12  # of the largest number of an array: below it a difference is rounding
Like = Callable[[str, Seen, Seen], bool]
Fit = tuple[tuple[int, bool], frozenset[str], Mistake]
MOSTLY = 0.6  # of a mistake's departures, and of the objections to the answer: shown on so many it is named although not on all


def room(step: Step) -> float:
    """The relative difference up to which two numbers count as the same behaviour."""
    return ROOM.get(step.family, USUAL)


def same(a: Seen, b: Seen, rtol: float = USUAL) -> bool:
    """Do two answers behave alike on one probe: the same exception class, or values that agree?"""
    if a.raised or b.raised:
        return bool(a.raised and b.raised and a.raised.type == b.raised.type)
    return a.touched == b.touched and alike(a.value, b.value, rtol)


def alike(a: Any, b: Any, rtol: float) -> bool:
    """As `close`, but the absolute room is measured by each array itself, so that 1e-30 is not taken for 0; a tuple is a record."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(alike(x, y, rtol) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(alike(a[k], b[k], rtol) for k in a)
    x, y = array(a), array(b)
    if x is None or y is None:
        return close(a, b, rtol, NOISE) is None
    sizes = np.abs(np.concatenate([x.ravel(), y.ravel()]).astype(complex)) if x.size or y.size else np.zeros(1)
    largest = float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))
    return close(a, b, rtol, NOISE * largest * (rtol / USUAL)) is None


def apart(other: Observation, ideal: Observation, rtol: float = USUAL) -> frozenset[str]:
    """The probes on which `other` departs from the solution."""
    return frozenset(p for p, seen in other.seen.items() if p in ideal.seen and not same(seen, ideal.seen[p], rtol))


def recognise(
    step: Step, compared: Compared, mistaken: Mapping[str, Observation], departures: Mapping[str, frozenset[str]], like: Like,
    shown: str | None = None,
) -> Mistake | None:  # fmt: skip
    """The mistake that the answer shows on all probes of its departure, the largest departure first; else the one it shows on most.

    A second fault hides the first one on some probes: what explains most of the objections, and is shown on most of its own departures, is
    named as well if no other explains as many.  `shown` is the probe that the learner is shown.
    """
    seen, objected = compared.seen.seen, compared.objected
    fitting: list[Fit] = []
    partly: list[Fit] = []
    for mistake in step.mistakes:
        theirs, probes = mistaken.get(mistake.id), departures.get(mistake.id, frozenset())
        if theirs is None or theirs.stopped or not probes:
            continue
        if all(p in seen and like(p, seen[p], theirs.seen[p]) for p in sorted(probes)):
            fitting.append(((len(probes), shown in probes), probes, mistake))
        elif not fitting:
            both = sum(p in seen and same(seen[p], theirs.seen[p], room(step)) for p in probes & objected)
            if both > 1 and both >= MOSTLY * len(probes) and both >= MOSTLY * len(objected):
                partly.append(((both, shown in probes), probes, mistake))
    return _first(fitting) or _first(partly)


def _first(found: list[Fit]) -> Mistake | None:
    """The one that explains most; of two that explain as much the one that explains what is shown; of two that nothing tells apart neither."""
    found.sort(key=lambda f: f[0], reverse=True)  # a stable sort: else in the author's order
    if len(found) > 1 and found[0][:2] == found[1][:2]:
        return None
    return found[0][2] if found else None


class Likeness:
    """Whether an answer behaves like a mistake on a probe: the same value, or one that the judge itself would take for it.

    The judge takes a value for the mistake's when every check that the mistake's own value passes against itself passes it too, and one
    of these objects to it against the solution: so the author's tolerance, and signs or orders that he lets free, are free here as well.
    """

    def __init__(self, compared: Compared, rtol: float) -> None:
        self.checks, self.rtol = [c for c in compared.judge.checks if c.each], rtol
        self.probes, self.ideal = compared.probes, compared.ideal

    def __call__(self, probe: str, mine: Seen, theirs: Seen) -> bool:
        """Alike on this probe?"""
        if same(mine, theirs, self.rtol):
            return True
        ideal = self.ideal.seen[probe]
        if mine.raised or theirs.raised or ideal.raised or mine.touched != theirs.touched or form(mine, theirs):
            return False
        told = False
        for check in (c for c in self.checks if not c.groups or probe.startswith(c.groups)):
            try:
                itself, passes, solves = (
                    ask(check, got.value, want.value, self.probes[probe]) is None
                    for got, want in ((theirs, theirs), (mine, theirs), (mine, ideal))
                )
            except Exception:
                return False  # the check was written for values of the right form, which a mistake need not have
            if itself != passes:
                return False
            told |= passes and not solves
        return told

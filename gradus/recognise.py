"""Name the mistake behind a wrong answer by its behaviour; better silent than wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from gradus.judging import array, close
from gradus.plaintext import quoted
from gradus.vocabulary import Mistake, Observation, Seen, Step

# Two programs with the same fault round differently: float32 families need more room than float64 ones.
ROOM = {"torch": 1e-4}
USUAL = 1e-6
NOISE = 1e-12  # of the largest number of an array: below it a difference is rounding


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
    step: Step, seen: Observation, mistaken: Mapping[str, Observation], departures: Mapping[str, frozenset[str]]
) -> Mistake | None:
    """The mistake whose values the answer shows on all probes of its departure; the largest departure wins, a tie names none."""
    rtol = room(step)
    fitting: list[tuple[int, Mistake]] = []
    for mistake in step.mistakes:
        if (theirs := mistaken.get(mistake.id)) is None or theirs.stopped:
            continue
        probes = departures.get(mistake.id, frozenset())
        if probes and all(p in seen.seen and same(seen.seen[p], theirs.seen[p], rtol) for p in probes):
            fitting.append((len(probes), mistake))
    fitting.sort(key=lambda f: -f[0])
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def universal(seen: Observation, ideal: Observation) -> Mistake | None:
    """The mistakes that every task knows: nothing returned, printed instead, or inputs changed."""
    asked = [p for p, w in ideal.seen.items() if w.raised is None and w.value is not None]
    empty = [p for p in asked if p in seen.seen and seen.seen[p].raised is None and seen.seen[p].value is None]
    if asked and len(empty) == len(asked):
        if seen.printed.strip():
            return Mistake(
                "printed-not-returned",
                "Printed instead of returned",
                f"Your function prints {quoted(seen.printed.strip(), 60)} and returns nothing. A caller cannot use what is printed: hand the value back with `return`.",
            )
        return Mistake(
            "returned-none",
            "Returned nothing",
            "Your function ends without `return`, so Python hands back None. Put `return` before the value you computed.",
        )
    if empty:
        return Mistake(
            "returned-none",
            "Returned nothing on one path",
            "On some inputs your function ends without `return`, so Python hands back None. Follow the failing call through your branches: one of them has no `return`.",
        )
    if any(s.touched for s in seen.seen.values()) and not any(s.touched for s in ideal.seen.values()):
        return Mistake(
            "changed-its-input",
            "Changed its input",
            "Your function writes into the argument it was given, so the caller's data is different afterwards. Work on a copy.",
        )
    return None

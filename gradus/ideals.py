"""What the author's own solution and the known mistakes do on the probes of a seed: observed once, kept by hash.

Observed ahead (`prepare`), so that the wait after a submission is the learner's own code only.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from gradus.compared import compare
from gradus.kinds import KINDS
from gradus.recognise import apart, room
from gradus.vocabulary import Answer, Observation, Step

KEPT = 400  # observations in memory; a light one is a few kilobytes
_lock = threading.Lock()
_kept: OrderedDict[tuple[str, int, str], Observation] = OrderedDict()
_apart: OrderedDict[tuple[str, int], dict[str, frozenset[str]]] = OrderedDict()
_busy: dict[tuple[str, int, str], threading.Lock] = {}


def _observed(step: Step, seed: int, name: str, answer: Answer) -> Observation:
    key = (step.hash, seed, name)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
        gate = _busy.setdefault(key, threading.Lock())
    with gate:  # two who ask at once: the second waits for the first
        with _lock:
            if key in _kept:
                return _kept[key]
        seen = KINDS[step.kind].observe(step, answer, seed)
        with _lock:
            _busy.pop(key, None)
            if seen.stopped and name == "solution":
                return seen  # a machine that was too busy once must not leave the seed broken
            _kept[key] = seen
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
    return seen


def ideal(step: Step, seed: int) -> Observation:
    """The solution's observation on the probes of `seed`."""
    return _observed(step, seed, "solution", Answer(KINDS[step.kind].solution(step, seed), step.earlier))


def mistaken(step: Step, seed: int) -> dict[str, Observation]:
    """Every known mistake's observation on the probes of `seed`, by mistake id."""
    return {m.id: _observed(step, seed, f"mistake {m.id}", Answer(m.files, step.earlier)) for m in step.mistakes}


def departures(step: Step, seed: int) -> dict[str, frozenset[str]]:
    """For every known mistake the probes of `seed` on which it departs from the solution and is objected to; computed once."""
    key = (step.hash, seed)
    if key not in _apart:
        _apart[key] = {i: _departure(step, seed, seen) for i, seen in mistaken(step, seed).items()}
        while len(_apart) > KEPT:
            _apart.popitem(last=False)
    return _apart[key]


def _departure(step: Step, seed: int, seen: Observation) -> frozenset[str]:
    """Where a mistake departs and the judge objects to it: what he lets pass (another sign, a rounding) belongs to no belief."""
    if seen.stopped:
        return frozenset()
    judge, reference = KINDS[step.kind].judge(step), ideal(step, seed)
    departed = apart(seen, reference, room(step))
    try:
        return departed & compare(judge, judge.probes(seed), seen, reference).objected or departed
    except Exception:
        return departed  # a check that raises is reported where the mistake is judged itself


def prepare(step: Step, seed: int) -> None:
    """Observe ahead what a verdict on this seed will need; call it in the background when a step is opened."""
    departures(step, seed)

"""What the author's own solution and the known mistakes do on the probes of a seed: observed once, kept by hash.

Observed ahead (`prepare`), so that the wait after a submission is the learner's own code only.  Judge workers share what they observed
through files under the home folder (`share`); a proof keeps its observations to itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gradus.compared import compare
from gradus.engine import judging_code
from gradus.kinds import KINDS
from gradus.recognise import apart, room
from gradus.sandbox.recording import from_bytes, to_bytes
from gradus.sandbox.wire import WireError
from gradus.vocabulary import Answer, Observation, Outcome, Seen, Step

KEPT = 400  # observations in memory; a light one is a few kilobytes
_lock = threading.Lock()
_kept: OrderedDict[tuple[str, int, str], Observation] = OrderedDict()
_apart: OrderedDict[tuple[str, int], dict[str, frozenset[str]]] = OrderedDict()
_busy: dict[tuple[str, int, str], threading.Lock] = {}
_folder: Path | None = None
MOST_FILE, MOST_FILES = 4 << 20, 4000  # bytes of one observation that is worth a file; files that are kept


def share(folder: Path | None) -> None:
    """Keep observations in this folder too, where other processes find them; None: in memory alone."""
    global _folder
    if folder is not None and folder != _folder:
        folder.mkdir(parents=True, exist_ok=True)
        _tidy(folder)
    _folder = folder


def _tidy(folder: Path) -> None:
    """Forget the oldest files beyond the number that is kept."""
    with contextlib.suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)
        for old in files[MOST_FILES:]:
            old.unlink(missing_ok=True)


def _file(key: tuple[str, int, str], kind: str) -> Path | None:
    return _folder / hashlib.sha256(f"{key}{judging_code(kind)}".encode()).hexdigest()[:40] if _folder else None


def _found(file: Path | None) -> Observation | None:
    try:
        return from_bytes(file.read_bytes()) if file else None
    except OSError:
        return None


def _leave(file: Path | None, seen: Observation) -> None:
    """For the other workers; whoever reads sees all of it or nothing."""
    with contextlib.suppress(OSError, WireError):
        if file and len(data := to_bytes(seen)) <= MOST_FILE:
            draft = file.with_suffix(f".{os.getpid()}")
            draft.write_bytes(data)
            draft.replace(file)


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
        file = _file(key, step.kind)
        seen = _found(file) or KINDS[step.kind].observe(step, answer, seed)
        with _lock:
            _busy.pop(key, None)
            if seen.stopped and (name == "solution" or seen.stopped.outcome is Outcome.BROKEN):
                return seen  # a machine that was too busy once must not leave the seed broken
            _kept[key] = seen
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        if file and not file.exists():
            _leave(file, seen)
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
    departed = apart(behaviour(step, seen), behaviour(step, reference), room(step))
    try:
        return departed & compare(judge, judge.probes(seed), seen, reference).objected or departed
    except Exception:
        return departed  # a check that raises is reported where the mistake is judged itself


def behaviour(step: Step, seen: Observation) -> Observation:
    """What of an observation counts when a mistake is recognised: a kind with free text in its values leaves that out."""
    own: Callable[[Seen], Seen] | None = getattr(KINDS[step.kind], "behaviour", None)
    return seen if own is None else replace(seen, seen={p: own(s) for p, s in seen.seen.items()})


def prepare(step: Step, seed: int) -> None:
    """Observe ahead what a verdict on this seed will need; call it in the background when a step is opened."""
    departures(step, seed)

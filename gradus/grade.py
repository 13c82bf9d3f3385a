"""Observe, judge, name the mistake: the heart.  Plain values only; what happened inside the box is never taken on trust."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from gradus.form import form, unwritten
from gradus.ideals import behaviour, departures, mistaken, prepare
from gradus.ideals import ideal as ideal_of
from gradus.kinds import KINDS
from gradus.plaintext import called, escaped, safe, show, size
from gradus.recognise import recognise, universal
from gradus.repeated import ask, repeated
from gradus.vocabulary import (
    AGAIN,
    Answer,
    Check,
    CheckResult,
    CounterExample,
    Miss,
    Mistake,
    Observation,
    Outcome,
    Probe,
    Step,
    Verdict,
)
from gradus.wording import broken, stop, too_much, wording

__all__ = ["grade", "judge", "prepare"]
log = logging.getLogger("gradus.grade")

FORM = ("form", "Every call returns what the task asks for: the right kind of value, the right shape.")
REPEATED = ("again", "A call that is asked a second time, after all others, is answered as well as the first time.")
TOUCHED = ("inputs", "The values handed in are left as they were.")
Probes = Mapping[str, Probe]


def grade(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Verdict:
    """The verdict on one answer.  Never raises: a fault of ours is the outcome `broken`, with the traceback in the log."""
    try:
        return judge(step, KINDS[step.kind].observe(step, answer, seed, progress), seed)
    except MemoryError:  # of the judge: right answers were compared within its bounds when the step was proven
        return too_much(seed)
    except Exception as e:
        log.exception("grading %s failed", step.id)
        return broken(f"{type(e).__name__}", Observation(), seed)


def judge(step: Step, seen: Observation, seed: int, ideal: Observation | None = None) -> Verdict:
    """Compare an observation with the ideal: the form gate, then the checks in teaching order, then the mistake's name."""
    if seen.stopped:
        return stop(seen.stopped, seen, seed)
    loaded = KINDS[step.kind].judge(step)
    probes = loaded.probes(seed)
    ideal = ideal or ideal_of(step, seed)
    if ideal.stopped:
        log.error("the solution of %s stopped: %s", step.id, ideal.stopped)
        return broken(f"the model solution stopped ({ideal.stopped.say})", seen, seed)
    if started := unwritten(seen, ideal):
        return stop(started, seen, seed)
    faults = {p: fault for p in probes if (fault := form(seen.seen[p], ideal.seen[p]))}
    results = [_form_result(probes, seen, ideal, faults)] if loaded.form or faults else []
    try:
        results += [_run(check, probes, seen, ideal, faults) for check in loaded.checks]
    except MemoryError:
        raise
    except Exception as e:
        log.exception("a check of %s raised", step.id)
        return broken(f"a check raised {type(e).__name__}", seen, seed)
    if not loaded.may_touch:
        results += _inputs_result(probes, seen, ideal)
    results += _again_result(loaded.checks, probes, seen, ideal)
    if all(r.passed for r in results):
        return wording(Outcome.ACCEPTED, seen, seed, results)
    own: Callable[[Step, Observation, int], Mistake | None] | None = getattr(KINDS[step.kind], "recognise", None)
    mistake = own(step, seen, seed) if own else _recognised(step, seen, seed)
    mistake = mistake or universal(seen, ideal)
    crashed = next((p for p in faults if seen.seen[p].raised and not ideal.seen[p].raised), None)
    raised = seen.seen[crashed].raised if crashed else None
    return wording(Outcome.CRASHED if raised else Outcome.REJECTED, seen, seed, results, mistake, raised)


def _recognised(step: Step, seen: Observation, seed: int) -> Mistake | None:
    known = {i: behaviour(step, theirs) for i, theirs in mistaken(step, seed).items()}
    return recognise(step, behaviour(step, seen), known, departures(step, seed))


def _smallest(failing: Mapping[str, Any], probes: Probes) -> str:
    """The failing probe with the fewest values in it; of equals the first asked."""
    order = list(probes)
    return min(failing, key=lambda p: (size(probes[p].args) + size(dict(probes[p].kwargs)), order.index(p)))


def _counter(probe: str, probes: Probes, seen: Observation, ideal: Observation, miss: Miss) -> CounterExample:
    got, want = seen.seen[probe], ideal.seen[probe]
    shown = show(got.raised or got.value), show(want.raised or want.value)
    view = replace(miss.view, data=escaped(miss.view.data)) if miss.view else None
    return CounterExample(probe, called(probes[probe]), *shown, safe(miss.say, 400), view)


def _form_result(probes: Probes, seen: Observation, ideal: Observation, faults: Mapping[str, str]) -> CheckResult:
    if not faults:
        return CheckResult(*FORM, passed=True)
    probe = _smallest(faults, probes)
    miss = Miss(f"{called(probes[probe])}: {faults[probe]}.")
    return CheckResult(*FORM, passed=False, counter=_counter(probe, probes, seen, ideal, miss))


def _run(check: Check, probes: Probes, seen: Observation, ideal: Observation, faults: Mapping[str, str]) -> CheckResult:
    """One check on every probe whose form is right; a whole-check needs them all."""
    usable = [p for p in probes if p not in faults and not ideal.seen[p].raised]
    if check.each:
        asked = [p for p in usable if not check.groups or p.startswith(check.groups)]
        found = {p: miss for p in asked if (miss := ask(check, seen.seen[p].value, ideal.seen[p].value, probes[p]))}
    else:
        asked = [] if faults else usable
        whole = check.run({p: seen.seen[p].value for p in usable}, {p: ideal.seen[p].value for p in usable}) if asked else None
        found = {(whole.probe or _smallest(dict.fromkeys(usable), probes)): whole} if whole else {}
    if not found:
        return CheckResult(check.name, check.claim, True if asked or not faults else None)
    probe = _smallest(found, probes)
    return CheckResult(check.name, check.claim, False, _counter(probe, probes, seen, ideal, found[probe]))


def _inputs_result(probes: Probes, seen: Observation, ideal: Observation) -> list[CheckResult]:
    """Shown only when it fails: the harness's claim that an argument was changed."""
    touched = {p: None for p in probes if seen.seen[p].touched and not ideal.seen[p].touched}
    if not touched:
        return []
    probe = _smallest(touched, probes)
    miss = Miss(f"After {called(probes[probe])} the argument holds other values than before.")
    return [CheckResult(*TOUCHED, passed=False, counter=_counter(probe, probes, seen, ideal, miss))]


def _again_result(checks: Sequence[Check], probes: Probes, seen: Observation, ideal: Observation) -> list[CheckResult]:
    """Shown only when it fails."""
    found = repeated(checks, probes, seen, ideal)
    if found is None:
        return []
    probe, miss = found
    second = replace(seen, seen={**seen.seen, probe: seen.seen[AGAIN + probe]})
    return [CheckResult(*REPEATED, passed=False, counter=_counter(probe, probes, second, ideal, miss))]

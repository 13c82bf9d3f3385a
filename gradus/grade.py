"""Observe, judge, name the mistake: the heart.  Plain values only; what happened inside the box is never taken on trust."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gradus.compared import Compared, asks, compare, usable
from gradus.form import unwritten
from gradus.ideals import behaviour, departures, mistaken, prepare
from gradus.ideals import ideal as ideal_of
from gradus.kinds import KINDS
from gradus.plaintext import called, escaped, safe, show
from gradus.recognise import Likeness, recognise, room
from gradus.repeated import repeated
from gradus.universal import universal
from gradus.vocabulary import AGAIN, Answer, Check, CheckResult, CounterExample, Miss, Mistake, Observation, Outcome, Step, Verdict
from gradus.wording import broken, stop, too_much, wording

__all__ = ["grade", "judge", "prepare"]
log = logging.getLogger("gradus.grade")

FORM = ("form", "Every call returns what the task asks for: the right kind of value, the right shape.")
REPEATED = ("again", "A call that is asked a second time, after all others, is answered as well as the first time.")
TOUCHED = ("inputs", "The values handed in are left as they were.")


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
    ideal = ideal or ideal_of(step, seed)
    if ideal.stopped:
        log.error("the solution of %s stopped: %s", step.id, ideal.stopped)
        return broken(f"the model solution stopped ({ideal.stopped.say})", seen, seed)
    if started := unwritten(seen, ideal):
        return stop(started, seen, seed)
    try:
        compared = compare(loaded, loaded.probes(seed), seen, ideal)
        results = _form_result(compared) if loaded.form or compared.form else []
        results += [_result(check, compared) for check in loaded.checks]
    except MemoryError:
        raise
    except Exception as e:
        log.exception("a check of %s raised", step.id)
        return broken(f"a check raised {type(e).__name__}", seen, seed)
    if not loaded.may_touch:
        results += _inputs_result(compared)
    results += _again_result(compared)
    if all(r.passed for r in results):
        return wording(Outcome.ACCEPTED, seen, seed, results)
    mistake = _named(step, seed, compared, next(r for r in results if r.passed is False))
    crashed = next((p for p in compared.form if seen.seen[p].raised and not ideal.seen[p].raised), None)
    raised = seen.seen[crashed].raised if crashed else None
    return wording(Outcome.CRASHED if raised else Outcome.REJECTED, seen, seed, results, mistake, raised)


def _named(step: Step, seed: int, compared: Compared, first: CheckResult) -> Mistake | None:
    """The mistake behind the answer: one of the step's own, else one that every task knows, unless a whole-check, `first`, says more."""
    own: Callable[[Step, Observation, int], Mistake | None] | None = getattr(KINDS[step.kind], "recognise", None)
    if own:
        return own(step, compared.seen, seed)
    like, shown = Likeness(compared, room(step)), first.counter.probe if first.counter else None
    behaved = replace(compared, seen=behaviour(step, compared.seen))
    known = {i: behaviour(step, theirs) for i, theirs in mistaken(step, seed).items()}
    found = recognise(step, behaved, known, departures(step, seed), like, shown)
    told = any(c.name == first.name and not c.each for c in compared.judge.checks)
    return found or (None if told else universal(compared))


def _counter(probe: str, compared: Compared, miss: Miss) -> CounterExample:
    got, want = compared.seen.seen[probe], compared.ideal.seen[probe]
    shown = show(got.raised or got.value), show(want.raised or want.value)
    view = replace(miss.view, data=escaped(miss.view.data)) if miss.view else None
    return CounterExample(probe, called(compared.probes[probe]), *shown, safe(miss.say, 400), view)


def _form_result(compared: Compared) -> list[CheckResult]:
    if not compared.form:
        return [CheckResult(*FORM, passed=True)]
    probe = compared.smallest(compared.form)
    miss = Miss(f"{called(compared.probes[probe])}: {compared.form[probe]}.")
    return [CheckResult(*FORM, passed=False, counter=_counter(probe, compared, miss))]


def _result(check: Check, compared: Compared) -> CheckResult:
    """One check on every probe whose form is right; a whole-check needs them all."""
    seen, ideal, faults = compared.seen.seen, compared.ideal.seen, compared.form
    if check.each:
        found, asked = compared.missed[check.name], bool(asks(check, compared.probes, compared.ideal, faults))
    else:
        values = [] if faults else list(usable(compared.probes, compared.ideal, {}))
        whole = check.run({p: seen[p].value for p in values}, {p: ideal[p].value for p in values}) if values else None
        found, asked = {(whole.probe or compared.smallest(dict.fromkeys(values))): whole} if whole else {}, bool(values)
    if not found:
        return CheckResult(check.name, check.claim, True if asked or not faults else None)
    probe = compared.smallest(found)
    return CheckResult(check.name, check.claim, False, _counter(probe, compared, found[probe]))


def _inputs_result(compared: Compared) -> list[CheckResult]:
    """Shown only when it fails: the harness's claim that an argument was changed."""
    seen, ideal = compared.seen.seen, compared.ideal.seen
    touched = {p: None for p in compared.probes if seen[p].touched and not ideal[p].touched}
    if not touched:
        return []
    probe = compared.smallest(touched)
    miss = Miss(f"After {called(compared.probes[probe])} the argument holds other values than before.")
    return [CheckResult(*TOUCHED, passed=False, counter=_counter(probe, compared, miss))]


def _again_result(compared: Compared) -> list[CheckResult]:
    """Shown only when it fails."""
    found = repeated(compared)
    if found is None:
        return []
    probe, miss = found
    seen = compared.seen.seen
    second = replace(compared, seen=replace(compared.seen, seen={**seen, probe: seen[AGAIN + probe]}))
    return [CheckResult(*REPEATED, passed=False, counter=_counter(probe, second, miss))]

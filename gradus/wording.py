"""The sentences of a verdict: its first line, the one next thing to try, and what is said when a run stopped."""

from __future__ import annotations

from collections.abc import Sequence

from gradus.plaintext import safe
from gradus.vocabulary import CheckResult, Mistake, Observation, Outcome, Raised, Stopped, Verdict, Wall

LONGEST_TRACE = 4_000  # characters
LONGEST_PRINT = 64_000

AFTER_A_STOP = {
    Outcome.MALFORMED: "Nothing was counted. Correct it and run again.",
    Outcome.EXCEEDED: "Try the same call on a tiny input and watch which loop or array grows.",
    Outcome.CRASHED: "Read the last line of the traceback first: it names your own line.",
    Outcome.BROKEN: "Your text is saved. Run again; if it happens twice, `gradus report` makes a file for the authors.",
}


def headline(results: Sequence[CheckResult], mistake: Mistake | None) -> str:
    """What happened, in at most 25 words: how many checks hold, and the mistake's name or the first claim that is not true."""
    passed = sum(r.passed is True for r in results)
    first = next(r for r in results if r.passed is False)
    if mistake:
        reason = mistake.name
    elif first.name == "form" and first.counter:
        reason = first.counter.say  # "f(x): expected ValueError, but it returned 0.0." says more than the claim
    else:
        reason = f"not yet true: {first.claim}"
    words = f"{passed} of {len(results)} checks pass: {reason}".split()
    return " ".join(words) if len(words) <= 25 else " ".join(words[:24]) + " …"


def advice(results: Sequence[CheckResult], mistake: Mistake | None, raised: Raised | None) -> str:
    """One thing to do next."""
    failed = next((r.counter for r in results if r.counter), None)
    if raised and raised.line:
        return f"Start at line {raised.line}: {safe(raised.type, 80)} was raised there."
    if failed and "(" not in failed.called:  # a question of a drill, not a call: the next run asks another one
        return "Take the reason above into the next run; it asks other questions."
    if mistake:
        again = f", then run {failed.called} again" if failed else ""
        return f"Change what the words above describe{again}."
    if failed:
        return f"This is not one of the mistakes known for this step. Run {failed.called} by hand and find the first value that is not what you meant."
    return ""


def wording(
    outcome: Outcome,
    seen: Observation,
    seed: int,
    results: Sequence[CheckResult],
    mistake: Mistake | None = None,
    raised: Raised | None = None,
) -> Verdict:
    """The verdict on a run that came to its end."""
    accepted = outcome is Outcome.ACCEPTED
    return Verdict(
        outcome,
        f"All {len(results)} checks pass." if accepted else headline(results, mistake),
        seed,
        seen.wall,
        tuple(results),
        mistake,
        "" if accepted else advice(results, mistake, raised),
        raised.line if raised else None,
        safe(raised.trace, LONGEST_TRACE, "\n") if raised else "",
        safe(seen.printed, LONGEST_PRINT, "\n\t"),
        seen.seconds,
        seen.cpu_seconds,
    )


def stop(stopped: Stopped, seen: Observation, seed: int) -> Verdict:
    """The verdict on a run that did not come to its end."""
    return Verdict(
        stopped.outcome,
        safe(stopped.say, 400),
        seed,
        seen.wall,
        advice=AFTER_A_STOP.get(stopped.outcome, ""),
        line=stopped.line,
        trace=safe(stopped.trace, LONGEST_TRACE, "\n"),
        printed=safe(seen.printed, LONGEST_PRINT, "\n\t"),
        seconds=seen.seconds,
        cpu_seconds=seen.cpu_seconds,
    )


def broken(why: str, seen: Observation, seed: int) -> Verdict:
    """Our fault, and said so."""
    return stop(Stopped(Outcome.BROKEN, f"The checker failed, not you: {why}. Nothing was counted."), seen, seed)


def too_much(seed: int, wall: Wall = Wall.PROCESS) -> Verdict:
    """What came back is legal, but reading or comparing it would take more than the judge may use."""
    say = "What your program gave back is too much to be compared. Give back only what is asked for."
    return stop(Stopped(Outcome.EXCEEDED, say), Observation(wall=wall), seed)

"""Run an answer and show what it prints and gives: in the same box, with the same limits, without a judge.

Nothing is judged, counted or kept: there is no submission, no evidence and no seed used up.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from gradus import workspace
from gradus.grading import next_seed
from gradus.kinds import KINDS
from gradus.learner import Learner, Refused
from gradus.plaintext import safe
from gradus.sandbox import run as sandbox
from gradus.submission import earlier_answers
from gradus.vocabulary import Answer, Judge, Observation, Outcome, Probe, Raised, Step, Stopped

PRINTED = 20_000  # characters that are shown
MOST_THEN = 4_000  # characters of the learner's further lines
PATIENCE = 20.0  # seconds to wait for the run before
_one = threading.BoundedSemaphore(1)


@dataclass(frozen=True, slots=True)
class Table:
    """What a query gave on one engine, on the example's tables."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """What was seen.  All text is safe to show."""

    say: str
    ended: bool  # it came to its own end
    printed: str = ""
    value: str | None = None  # of the last further line
    line: int | None = None
    trace: str = ""
    tables: tuple[Table, ...] = ()
    pictures: tuple[str, ...] = ()  # PNG in base64
    seconds: float = 0.0
    wall: str = "process"


def can_run(step: Step) -> bool:
    """Is there something to run?  A drill's answers are typed."""
    return step.kind in RUNNERS


def run(learner: Learner, id: str, files: Mapping[str, str] | None = None, then: str = "") -> Ran:
    """Run the given texts, or what stands in the workspace, and then these further lines.  Raises Refused."""
    step = learner.step(id)
    if not can_run(step):
        raise Refused("nothing_to_run", "There is no program in the answer to this step.", "Check your answers instead.")
    names = list(KINDS[step.kind].starter(step, 0))
    found = workspace.read(learner.home, step.id, names) if files is None else (workspace.unreadable(files) or dict(files))
    if isinstance(found, workspace.Unreadable):
        return Ran(found.say, ended=False)
    if set(found) != set(names) or len(then) > MOST_THEN:
        raise Refused(
            "unreadable_request", f"A run takes {', '.join(names)} and at most {MOST_THEN} characters after it.", "Send only that."
        )
    answer = Answer(found, earlier_answers(learner, step))
    if not _one.acquire(timeout=PATIENCE):
        raise Refused("busy", "Another run has not ended yet.", "Wait a moment, then run again.")
    try:
        return RUNNERS[step.kind](step, answer, next_seed(learner, step), then)
    finally:
        _one.release()


def _code(step: Step, answer: Answer, seed: int, then: str) -> Ran:
    """The answer as a program (`__name__` is "__main__"), then the further lines with its names."""
    before = {f"earlier/{i}.py": text for i, text in answer.earlier.items()}
    files = {**step.probe, **before, **answer.files, "probe.py": _inside(), "then.py": then}
    job = sandbox.Job(family=step.family, files=files, probes={"run": Probe("probe.run")}, limits=step.limits, seed=seed)
    seen = sandbox.run(job)
    told = seen.seen.get("run")
    value = told.value if told and isinstance(told.value, dict) else {}
    shown = value.get("value")
    return replace(
        _ran(seen, told.raised if told else None),
        value=safe(shown, PRINTED, "\n\t") if isinstance(shown, str) else None,
        pictures=tuple(p for p in value.get("pictures") or () if _is_png(p)),
    )


def _sql(step: Step, answer: Answer, seed: int, then: str) -> Ran:
    """The query on the tables of the worked example, on each engine."""
    loaded: Judge = step.load()

    def example(seed: int) -> Mapping[str, Probe]:
        drawn = loaded.probes(seed)
        return {name: drawn[name] for name in [*(n for n in loaded.expected if n in drawn), *drawn][:1]}

    thin = replace(loaded, probes=example)
    seen = KINDS["sql"].observe(replace(step, load=lambda: thin), answer, seed)
    raised = next((s.raised for s in seen.seen.values() if s.raised), None)
    tables = tuple(_table(name.rpartition(" on ")[2], s.value) for name, s in seen.seen.items() if isinstance(s.value, dict))
    return replace(_ran(seen, raised), tables=tables)


def _table(engine: str, value: Mapping[str, Any]) -> Table:
    rows = tuple(
        tuple(v if v is None or isinstance(v, (bool, int, float)) else safe(str(v), 200) for v in row) for row in value["rows"][:200]
    )
    return Table(engine, tuple(safe(str(c), 80) for c in value["columns"]), rows)


RUNNERS: dict[str, Callable[[Step, Answer, int, str], Ran]] = {"code": _code, "sql": _sql}


def _ran(seen: Observation, raised: Raised | None) -> Ran:
    """What became of the program, in one sentence."""
    stopped = seen.stopped
    if stopped is None and raised:
        told = f"{raised.type}: {raised.message}".removesuffix(": ")
        stopped = Stopped(Outcome.CRASHED, f"It raised {told}.", raised.line, raised.trace)
    say = stopped.say.replace(" during run(...)", "") if stopped else "It ran to its end."
    trace = stopped.trace if stopped else ""
    mine = stopped.line if stopped and not trace.rpartition('File "')[2].startswith("then.py") else None  # the editor shows answer.py
    printed = safe(seen.printed, PRINTED, "\n\t")
    return Ran(safe(say, 400), stopped is None, printed, None, mine, safe(trace, 8_000, "\n\t"), seconds=seen.seconds, wall=str(seen.wall))


def _is_png(text: Any) -> bool:
    """A picture that comes out of the box is looked at before it is shown as one."""
    try:
        return isinstance(text, str) and base64.b64decode(text, validate=True).startswith(b"\x89PNG\r\n\x1a\n")
    except ValueError:
        return False


@cache
def _inside() -> str:
    return Path(__file__).with_name("run_inside.py").read_text("utf-8")

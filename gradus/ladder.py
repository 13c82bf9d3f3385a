"""The help that a step offers: its ladder of hints, and at the end of it the solution.  What is taken goes on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gradus.grading import next_seed
from gradus.history import History, history, may_hint
from gradus.kinds import drill
from gradus.learner import Learner, Refused
from gradus.mastery import NOTHING
from gradus.store import evidence
from gradus.store.evidence import Evidence
from gradus.store.schema import now, uid
from gradus.vocabulary import Step


@dataclass(frozen=True)
class Hints:
    """The rungs of the ladder that were climbed."""

    shown: tuple[str, ...]
    total: int
    next_allowed: bool


def hints(learner: Learner, id: str, past: History | None = None) -> Hints:
    """What was shown so far, and whether one more may be asked for."""
    step, past = learner.step(id), past or history(learner)
    taken = min(past.standings.get(step.id, NOTHING).hints, len(step.hints))
    return Hints(step.hints[:taken], len(step.hints), taken < len(step.hints) and may_hint(learner, past, step.id))


def hint(learner: Learner, id: str) -> Hints:
    """One more hint, which is evidence; between two of them lies a run that counts.  Raises Refused."""
    step = learner.step(id)
    known = hints(learner, id)
    rung = len(known.shown)
    if rung == known.total:
        raise Refused(
            "hints_used_up", "There is no further hint for this step.", "Run again, or take the solution; taking it is put on record."
        )
    if not known.next_allowed:
        raise Refused("hint_later", "The next hint comes after another run.", "Try what the last hint says, and run.")
    _add(learner, step, "hint", {"rung": rung + 1})
    return hints(learner, id)


def reveal(learner: Learner, id: str) -> Mapping[str, str]:
    """The author's solution.  Taking it is evidence, once; after acceptance it is not."""
    step = learner.step(id)
    standing = history(learner).standings.get(step.id, NOTHING)
    if not standing.revealed and not standing.accepted:
        _add(learner, step, "reveal", {})
    return solution(step, next_seed(learner, step))


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The author's solution under the names of the workspace; call it only for a learner who solved or took it."""
    return drill.solution(step, seed) if step.kind == "drill" else step.solution


def _add(learner: Learner, step: Step, fact: str, detail: Mapping[str, Any]) -> None:
    with learner.store.write() as c:
        evidence.add(c, learner.id, Evidence(uid(), step.id, fact, now(), step.hash, None, detail))

"""How this installation is doing: the wall in force, which zygotes are warm, what waits, what the content check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gradus.engine import VERSION
from gradus.history import history
from gradus.learner import Learner
from gradus.pool import POOL
from gradus.sandbox.held import SAY, be_strict, known
from gradus.sandbox.herd import HERD
from gradus.sandbox.run import close as close_herd
from gradus.schedule import next_step
from gradus.store import submissions

__all__ = ["WORDS", "Condition", "be_strict", "close", "condition", "warm_up"]
WORDS: Mapping[str, str] = {str(wall): words for wall, words in SAY.items()}  # what the learner is told of each level
FAMILIES = ("numpy", "sci", "torch", "llm")


@dataclass(frozen=True, slots=True)
class Condition:
    """For the operator, and for a page that wants to say why the first verdict takes longer."""

    version: str
    wall: str
    families: Mapping[str, str]
    waiting: int
    findings: int


def condition(learner: Learner) -> Condition:
    """Looks, changes nothing."""
    alive = {family for (family, _), zygote in list(HERD.families.items()) if zygote.alive()}
    with learner.store.read() as c:
        waiting = len(submissions.waiting(c, learner.id))
    found = known()
    return Condition(
        VERSION,
        str(found.wall) if found else "being tried",
        {f: "warm" if f in alive else "cold" for f in FAMILIES},
        waiting,
        len(learner.roadmap.findings),
    )


def warm_up(learner: Learner) -> None:
    """Start what the first verdict will need, in the background: the light family, and that of the recommended step."""
    past = history(learner)
    onward = next_step(learner.roadmap, past.standings, recent=past.recent[:5])
    POOL.warm(list(dict.fromkeys(["numpy", *([onward.step.family] if onward else [])])))


def close() -> None:
    """End all judge workers and zygotes; the next submission starts them again."""
    POOL.close()
    close_herd()

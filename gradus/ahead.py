"""Observes ideals ahead of need, so that a verdict waits for the answer alone; the pool does it when nobody waits."""

from __future__ import annotations

from gradus.learner import Learner
from gradus.pool import POOL, Asked, Urgency
from gradus.vocabulary import Step


def prepare(learner: Learner, step: Step, seed: int) -> None:
    """Observe what a verdict on this seed will need, soon; returns at once.  Asking twice does it once.  A stage of a project needs nothing."""
    if step.kind == "project":
        return
    POOL.ask(f"ahead {step.hash} {seed}", Asked(step, None, seed, learner.id, Urgency.SOON, learner.home))

"""The one door to the sandbox: `run(job)` runs what a learner wrote and returns what was seen of it.

It decides nothing about right or wrong.  Values are decoded in the calling process, bounded in size (docs/sandbox.md).
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterable

from gradus.sandbox import outcomes
from gradus.sandbox.child import ZygoteGone
from gradus.sandbox.conversation import Progress, observe
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD
from gradus.sandbox.job import Job
from gradus.sandbox.rehearsal import FAMILIES
from gradus.sandbox.walls import Refused
from gradus.vocabulary import Observation, Wall

__all__ = ["FAMILIES", "Job", "close", "run", "warm"]

LOG = logging.getLogger(__name__)
ATTEMPTS = 2  # a zygote that died under a submission is replaced once; then the submission "could not be run"


def run(job: Job, progress: Progress | None = None) -> Observation:
    """Run a submission and say what was seen; never raises for anything that the submission does."""
    if stopped := outcomes.unreadable(job.files):
        return Observation(stopped=stopped, wall=held().wall)
    wall, reason = Wall.PROCESS, ""
    for _ in range(ATTEMPTS):
        try:
            wall = held().wall
            zygote = HERD.get(job.family, wall)
            seen = observe(zygote, job, progress)
            zygote.prepare(job.limits)
            return seen
        except ZygoteGone as e:
            reason = str(e)
        except Refused as e:
            reason = str(e)
            break
    LOG.error("a submission could not be run: %s", reason)
    return Observation(stopped=outcomes.broken(reason), wall=wall)


def warm(families: Iterable[str]) -> None:
    """Start these zygotes in the background."""

    def start() -> None:
        for family in families:
            with contextlib.suppress(Refused):
                HERD.get(family, held().wall)

    threading.Thread(target=start, name="warm", daemon=True).start()


def close() -> None:
    """End all zygotes; the next `run` starts them again."""
    HERD.close()

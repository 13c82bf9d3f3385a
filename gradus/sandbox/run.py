"""The one door to the sandbox: `run(job)` runs what a learner wrote and returns what was seen of it.

It decides nothing about right or wrong.  Values are decoded in the calling process, bounded in size (docs/sandbox.md): the service calls it
in a judge worker (gradus/judge_worker.py), which borrows its children; a proof and a test call it where they are.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterable

from gradus.sandbox import outcomes
from gradus.sandbox.child import ZygoteGone
from gradus.sandbox.conversation import Conversation, Progress, observe
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD, Warm
from gradus.sandbox.job import Job
from gradus.sandbox.rehearsal import FAMILIES
from gradus.sandbox.session import Session
from gradus.sandbox.source import Parent, Source
from gradus.sandbox.walls import Refused
from gradus.vocabulary import Observation, Outcome, Stopped, Wall

__all__ = ["FAMILIES", "Job", "close", "run", "use", "warm"]

LOG = logging.getLogger(__name__)
ATTEMPTS = 3  # a zygote that died under a submission is replaced twice; then it "could not be judged", and there is no fourth try


_SAY = "This step starts programs, which the wall that holds on this machine ({}) does not contain, so it is not offered here. Nothing was counted."
NOT_OFFERED = {wall: _SAY.format(wall) for wall in (Wall.SHARED_BOX, Wall.FILTER)}  # for profiles other than `pure`


class Own:
    """The zygotes of this process."""

    def wall(self) -> Wall:
        """What this machine was seen to hold."""
        return held().wall

    def get(self, family: str, wall: Wall) -> Warm:
        """Started if need be."""
        if why := held().refused:
            raise Refused(why)
        return HERD.get(family, wall)

    def drop(self, parent: Parent) -> None:
        """End it."""
        assert isinstance(parent, Warm)
        HERD.drop(parent)


_source: Source = Own()


def use(source: Source) -> None:
    """From now on children come from there; a judge worker says it once, when it starts."""
    global _source
    _source = source


def run(job: Job, progress: Progress | None = None) -> Observation:
    """Run a submission and say what was seen; never raises for anything that the submission does."""
    if stopped := outcomes.unreadable(job.files):
        return Observation(stopped=stopped, wall=_source.wall())
    wall, reason = Wall.PROCESS, ""
    for _ in range(ATTEMPTS):
        try:
            wall = _source.wall()
            if job.profile != "pure" and wall in NOT_OFFERED:
                return Observation(stopped=Stopped(Outcome.BROKEN, NOT_OFFERED[wall]), wall=wall)
            zygote = _source.get(job.zygote, wall)
            try:
                seen = observe(zygote, job, progress, Session if job.profile == "service" else Conversation)
            except ZygoteGone:
                _source.drop(zygote)
                raise
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

"""Sees to it that every submission of the record gets its verdict: what an earlier process left, what was lost on its way, what came while the line was full."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

from gradus import study
from gradus.api.runs import ADOPTED_AFTER, Runs
from gradus.pool import POOL
from gradus.store.schema import moment, now
from gradus.study import Learner, Urgency

EVERY = 2.0  # seconds between two looks at the table
AGAIN = 60.0  # seconds before a submission that failed is tried anew


class Sweeper:
    """One thread."""

    def __init__(self, learner: Learner, runs: Runs) -> None:
        self.learner, self.runs = learner, runs
        self.began = now()
        self.ended = threading.Event()
        self._not_before: dict[int, float] = {}

    def run(self) -> None:
        """Until the end."""
        while not self.runs.ended:
            self.sweep()
            self.ended.wait(EVERY)

    def sweep(self) -> None:
        """Start whatever waits and is nobody's: from before our time, or so old that the process that had it must have lost it."""
        stale = moment(datetime.now(UTC) - timedelta(seconds=ADOPTED_AFTER))
        for id in study.waiting(self.learner, max(self.began, stale)):
            if POOL.full() or self.runs.ended:
                return
            if time.monotonic() >= self._not_before.get(id, 0.0) and self.runs.again(id):
                self._not_before[id] = time.monotonic() + AGAIN
                self.runs.start(id, Urgency.LATER)

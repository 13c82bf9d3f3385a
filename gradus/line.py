"""The line in front of the judge: bounded, first by urgency, then in turns between learners, then by age.  A data structure only."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from enum import IntEnum
from typing import Generic, TypeVar

from gradus.learner import Refused

T = TypeVar("T")


class Urgency(IntEnum):
    """Who waits: a person, a page that was opened, or nobody."""

    NOW = 0  # somebody handed in and looks at the screen
    SOON = 1  # what the next verdict will need
    LATER = 2  # what an earlier process left, replays, proofs


class Busy(Refused):
    """The line is full: `retry_after` is in how many seconds to come again."""

    def __init__(self, say: str, retry_after: int) -> None:
        super().__init__("busy", say, f"Your answer is kept where you wrote it. Run it again in {retry_after} s.")
        self.retry_after = retry_after


class Line(Generic[T]):
    """Waiting work of several learners.  Not thread-safe: its owner holds a lock."""

    def __init__(self, most: int, each: int) -> None:
        self.most, self.each = most, each  # how many may wait in all, and of one learner
        self._turns: dict[Urgency, deque[int]] = {u: deque() for u in Urgency}  # whose turn it is; a learner once
        self._waiting: dict[tuple[Urgency, int], deque[T]] = {}
        self._of: dict[int, int] = {}

    def __len__(self) -> int:
        return sum(self._of.values())

    def admit(self, learner: int, per_second: float) -> None:
        """Raises Busy when one more of this learner would be too many; `per_second` is how fast the line moves."""
        speed = max(per_second, 0.1)
        if (mine := self._of.get(learner, 0)) >= self.each:
            raise Busy(f"{mine} of your answers wait for their verdicts already, and no more can.", _seconds(mine / 2, speed))
        if len(self) >= self.most:
            raise Busy(f"{len(self)} answers wait for their verdicts, and no more can.", _seconds(len(self) / 4, speed))

    def put(self, item: T, learner: int, urgency: Urgency) -> None:
        """At the end of this learner's row."""
        row = self._waiting.setdefault((urgency, learner), deque())
        if not row:
            self._turns[urgency].append(learner)
        row.append(item)
        self._of[learner] = self._of.get(learner, 0) + 1

    def next(self, allowed: Callable[[Urgency], bool] = lambda _: True) -> T | None:
        """The most urgent; of equals the learner who has waited longest for a turn; None when nothing allowed waits."""
        for urgency in Urgency:
            turns = self._turns[urgency]
            if not turns or not allowed(urgency):
                continue
            learner = turns.popleft()
            row = self._waiting[urgency, learner]
            item = row.popleft()
            if row:
                turns.append(learner)
            else:
                del self._waiting[urgency, learner]
            self._of[learner] -= 1
            if not self._of[learner]:
                del self._of[learner]
            return item
        return None


def _seconds(ahead: float, speed: float) -> int:
    return min(60, max(1, math.ceil(ahead / speed)))

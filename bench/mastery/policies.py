"""What is compared: the schedule of Gradus as it is, and plainer ones under the same share of reviews."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from gradus.graph import Graph
from gradus.memory import Memory
from gradus.reviews import SHARE, Day, due_by, end_of_day, knock_out, reviews
from gradus.schedule import best_new


class Design:
    """Gradus: credit along `exercises`, knock-out reviews, new steps on firm ground."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        today = reviews(self.graph, memory, now, UTC, Day(minutes, reviewed, saved))
        return [p.step for p in today.today], today.backlog

    def new(self, memory: Memory, now: datetime, ready: list[str]) -> str:
        return best_new(self.graph, memory, now, ready, {})


class Strict(Design):
    """The same without the pause of a backlog: never more than the share of reviews."""

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        due = due_by(self.graph, memory, now, end_of_day(now, UTC))
        return [p.step for p in knock_out(self.graph, memory, due, now, SHARE * minutes + saved - reviewed)], False


class Plain:
    """FSRS with the same retention: what is due, lowest recall first; new steps in the author's order.  Its graph has no `exercises`."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        return [d.step for d in due_by(self.graph, memory, now, end_of_day(now, UTC))], False

    def new(self, memory: Memory, now: datetime, ready: list[str]) -> str:
        return ready[0]


class NoReviews(Plain):
    """Straight through the roadmap."""

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        return [], False


class Chance:
    """A random ready step, random reviews."""

    def __init__(self, graph: Graph, rng: np.random.Generator) -> None:
        self.graph, self.rng = graph, rng

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        return [str(s) for s in self.rng.permutation(list(memory.records))[:8]], False

    def new(self, memory: Memory, now: datetime, ready: list[str]) -> str:
        return str(self.rng.choice(ready))

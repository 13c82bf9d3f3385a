"""Half a year of evenings: a simulated learner follows a policy for 40 minutes a day, and a hidden truth says what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import numpy as np

from bench.mastery.memories import Truth
from bench.mastery.world import Edges
from gradus.graph import Graph
from gradus.memory import Event, Memory, advance
from gradus.reviews import expected_minutes

START = datetime(2026, 1, 5, 19, tzinfo=UTC)
SHARED = 0.5  # how much a forgotten part spoils a solution that needs all of it


class Policy(Protocol):
    """What to do today, from what the record shows and nothing else."""

    graph: Graph  # with the edges that its author wrote

    def review(self, memory: Memory, now: datetime, minutes: float, reviewed: float, saved: float) -> tuple[list[str], bool]:
        """Steps to review today in order, and whether new steps are paused."""

    def new(self, memory: Memory, now: datetime, ready: list[str]) -> str:
        """Which of the ready steps to learn."""


@dataclass(frozen=True)
class End:
    """What half a year brought."""

    learned: int
    solvable: float  # summed chance to solve a fresh variant of each learned step cold
    later: float  # the same 60 days on, untouched
    solid: int  # learned steps with that chance at least 0.8
    reviews: int
    review_share: float  # of all minutes
    paused: int  # days in a backlog


class Evening:
    """One learner."""

    def __init__(self, policy: Policy, truth: Truth, edges: Edges, rng: np.random.Generator, minutes: float) -> None:
        self.policy, self.truth, self.edges, self.rng, self.minutes = policy, truth, edges, rng, minutes
        self.graph = policy.graph
        self.memory, self.serial, self.clock = Memory(), 0, START
        self.learned: dict[str, None] = {}
        self.begun: tuple[str, float] | None = None  # a new step and the minutes it still takes
        self.spent: list[float] = []
        self.reviews = self.paused = 0

    @property
    def day(self) -> float:
        return (self.clock - START) / timedelta(days=1)

    def chance(self, step: str) -> float:
        """To solve a fresh variant cold now: its own memory and, in part, that of all it truly repeats."""
        own = self.truth.recall(self.graph.at[step], self.day)
        for other, weight in self.edges[step].items():
            own *= 1 - SHARED * weight * (1 - self.truth.recall(self.graph.at[other], self.day))
        return own

    def tell(self, step: str, *facts: str, minutes: float) -> None:
        events = []
        for fact in facts:
            self.serial += 1
            events.append(Event(f"{self.serial:06}", step, fact, self.clock, self.serial, minutes if fact == "accepted" else None))
        self.memory = advance(self.graph, self.memory, events)

    def repeat(self, step: str) -> None:
        for other, weight in self.edges[step].items():
            self.truth.practise(self.graph.at[other], self.day, weight)
            for third, more in self.edges[other].items():
                if weight * more > 0.15:
                    self.truth.practise(self.graph.at[third], self.day, weight * more)

    def review(self, step: str) -> float:
        """Solve a fresh variant; says how many minutes it took."""
        i, usual = self.graph.at[step], 0.4 * self.graph.nodes[step].minutes * float(np.exp(self.rng.normal(0, 0.25)))
        passed = self.rng.random() < 0.95 * self.chance(step)
        took = usual if passed else 1.6 * usual
        self.clock += timedelta(minutes=took)
        if passed:
            self.truth.practise(i, self.day, 1.0)
            self.repeat(step)
            self.tell(step, "accepted", minutes=took)
        else:
            self.truth.lapse(i, self.day)
            self.tell(step, *(("hint", "accepted") if self.rng.random() < 0.5 else ("gave_up",)), minutes=took)
        self.reviews += 1
        return took

    def learn(self, minutes: float) -> None:
        """Go on with a new step for some minutes, and with the next."""
        while minutes > 0:
            if self.begun is None:
                before = self.graph.before
                ready = [s for s in self.graph.ids if s not in self.learned and self.learned.keys() >= set(before[s])]
                if not ready:
                    return
                step = self.policy.new(self.memory, self.clock, ready)
                ground = float(
                    np.prod([1 - SHARED * w * (1 - self.truth.recall(self.graph.at[o], self.day)) for o, w in self.edges[step].items()])
                )
                self.begun = step, self.graph.nodes[step].minutes * float(np.exp(self.rng.normal(0, 0.25))) * (1 + 0.5 * (1 - ground))
            step, left = self.begun
            used = min(left, minutes)
            minutes -= used
            self.clock += timedelta(minutes=used)
            self.begun = (step, left - used)
            if left <= used:
                self.begun = None
                self.learned[step] = None
                self.truth.practise(self.graph.at[step], self.day, 1.0)
                self.repeat(step)
                self.tell(
                    step, *(("accepted",) if self.rng.random() < 0.7 else ("hint", "accepted")), minutes=self.graph.nodes[step].minutes
                )

    def live(self, day: int) -> None:
        """One evening."""
        self.clock = START + timedelta(days=day)
        saved = max(0.0, 0.35 * self.minutes * min(6, len(self.spent)) - sum(self.spent[-6:]))
        picks, paused = self.policy.review(self.memory, self.clock, self.minutes, 0.0, saved)
        allowed = self.minutes if paused else 0.35 * self.minutes + saved
        took = 0.0
        for step in picks:
            if took + expected_minutes(self.graph, self.memory, step) <= allowed:
                took += self.review(step)
        self.spent.append(took)
        self.paused += paused
        if not paused:
            self.learn(self.minutes - took)

    def end(self, days: int) -> End:
        """What is there on the evening after the last."""
        self.clock = START + timedelta(days=days)
        now = [self.chance(s) for s in self.learned]
        self.clock += timedelta(days=60)
        later = sum(self.chance(s) for s in self.learned)
        share = sum(self.spent) / (days * self.minutes)
        return End(len(self.learned), sum(now), later, sum(c >= 0.8 for c in now), self.reviews, share, self.paused)


def live(policy: Policy, truth: Truth, edges: Edges, rng: np.random.Generator, days: int = 180, minutes: float = 40.0) -> End:
    """All evenings of one learner."""
    learner = Evening(policy, truth, edges, rng, minutes)
    for day in range(days):
        learner.live(day)
    return learner.end(days)

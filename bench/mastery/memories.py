"""How skills are kept and lost: made-up truths that the schedule is tried on.  None of them is FSRS.

A truth holds the memory of every step of one simulated learner.  Times are days; a weight of 1 is a whole practice, less is a part of one.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np


class Truth(Protocol):
    """The memory of one learner."""

    def practise(self, i: int, day: float, weight: float) -> None:
        """Step i was solved (weight 1), or repeated in part inside another one."""

    def lapse(self, i: int, day: float) -> None:
        """Step i failed and was taught again."""

    def recall(self, i: int, day: float) -> float:
        """The chance that what step i itself teaches is there; 0 before it was learned."""


class Exponential:
    """Forgetting with a half-life that grows more the more was forgotten (truth 1)."""

    def __init__(self, steps: int, rng: np.random.Generator) -> None:
        self.first = np.exp(rng.normal(np.log(9.0), 0.4, steps)) * np.exp(rng.normal(0, 0.25))
        self.stability, self.level, self.at = self.first.copy(), np.zeros(steps), np.zeros(steps)

    def recall(self, i: int, day: float) -> float:
        return float(self.level[i] * np.exp(-(day - self.at[i]) / self.stability[i]))

    def practise(self, i: int, day: float, weight: float) -> None:
        now = self.recall(i, day)
        if self.level[i] > 0:
            self.stability[i] *= 1 + weight * (0.5 + 10 * (1 - now))
        elif weight < 1:
            return
        self.level[i], self.at[i] = now + weight * (1 - now), day

    def lapse(self, i: int, day: float) -> None:
        self.stability[i] = max(0.7 * self.first[i], 0.4 * self.stability[i])
        self.level[i], self.at[i] = 1.0, day


class Traces:
    """Every practice leaves a trace that fades as a power of time, the faster the fresher the memory was: the spacing effect (truth 2).

    After Pavlik and Anderson's variant of ACT-R (2005), with days in place of seconds.
    """

    def __init__(self, steps: int, rng: np.random.Generator) -> None:
        self.slow = rng.normal(0.38, 0.06, steps).clip(0.2) + rng.normal(0, 0.03)
        self.traces: list[list[tuple[float, float, float]]] = [[] for _ in range(steps)]

    def strength(self, i: int, day: float) -> float:
        total = sum(w * (day - at + 0.02) ** -fade for at, w, fade in self.traces[i])
        return float(np.log(total)) if total > 0 else -np.inf

    def recall(self, i: int, day: float) -> float:
        return float(1 / (1 + np.exp(np.clip((-0.9 - self.strength(i, day)) / 0.4, -30, 30)))) if self.traces[i] else 0.0

    def practise(self, i: int, day: float, weight: float) -> None:
        if self.traces[i] or weight == 1:
            fade = self.slow[i] + 0.15 * np.exp(min(1.0, self.strength(i, day)))
            self.traces[i].append((day, weight, float(fade)))

    def lapse(self, i: int, day: float) -> None:
        self.practise(i, day, 1.0)


class TwoStrengths:
    """Storage that is never lost and makes retrieval fade slower; hard retrievals add most to it.  (Held out.)  After Bjork and Bjork (1992)."""

    def __init__(self, steps: int, rng: np.random.Generator) -> None:
        self.ease = rng.gamma(8.0, 1 / 8.0, steps)
        self.storage, self.level, self.at = np.zeros(steps), np.zeros(steps), np.zeros(steps)

    def recall(self, i: int, day: float) -> float:
        return float(self.level[i] * (1 + (day - self.at[i]) / (5 * self.ease[i] * (0.2 + self.storage[i]))) ** -0.7)

    def practise(self, i: int, day: float, weight: float) -> None:
        if self.storage[i] == 0 and weight < 1:
            return
        now = self.recall(i, day)
        self.storage[i] += weight * (0.25 + 1.6 * (1 - now))
        self.level[i], self.at[i] = now + weight * (1 - now), day

    def lapse(self, i: int, day: float) -> None:
        self.storage[i] += 0.3
        self.level[i], self.at[i] = 1.0, day


class Cliff:
    """All or nothing for a while, then gone: a Weibull hazard whose time doubles with a whole practice that came late.  (Held out.)"""

    def __init__(self, steps: int, rng: np.random.Generator) -> None:
        self.first = rng.uniform(4, 14, steps)
        self.span, self.at, self.level = self.first.copy(), np.zeros(steps), np.zeros(steps)

    def recall(self, i: int, day: float) -> float:
        return float(self.level[i] * np.exp(-(((day - self.at[i]) / self.span[i]) ** 1.5)))

    def practise(self, i: int, day: float, weight: float) -> None:
        if self.level[i] == 0 and weight < 1:
            return
        now, age = self.recall(i, day), (day - self.at[i]) / self.span[i] if self.level[i] else 0.0
        self.span[i] *= 1 + weight * min(1.4, 2.2 * age)
        self.level[i], self.at[i] = now + weight * (1 - now), day

    def lapse(self, i: int, day: float) -> None:
        self.span[i], self.level[i], self.at[i] = max(self.first[i], 0.6 * self.span[i]), 1.0, day


TRUTHS = {"exponential": Exponential, "traces": Traces}
HELD_OUT = {"two strengths": TwoStrengths, "cliff": Cliff}  # looked at once, after the design stood

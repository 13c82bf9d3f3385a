"""Ways to find a learner's place with twenty questions: plainer ones that are printed beside the design of Gradus."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bench.mastery.populations import rooms
from gradus.graph import Graph
from gradus.placement import Answer, Label, Sitting, Tick, ask, belief, labels

Floats = NDArray[np.float64]
PASS, FAIL = float(np.log(0.90 / 0.05)), float(np.log(0.95 / 0.10))  # what an answer weighs, at a slip of 0.10 and a guess of 0.05


class Asker(Protocol):
    """One sitting."""

    def next(self) -> int | None:
        """The row of the step to ask, None when done."""

    def hear(self, row: int, passed: bool) -> None:
        """The answer to it."""

    def chance(self) -> Floats:
        """What is believed of every step."""

    def assumed(self) -> NDArray[np.bool_]:
        """Which steps would be skipped."""


class Design:
    """Gradus as it is: `gradus.placement`."""

    def __init__(self, graph: Graph, ticks: dict[str, Tick]) -> None:
        self.graph, self.sitting = graph, Sitting(ticks)
        self.askable = dict.fromkeys(graph.ids, 3.0)

    def next(self) -> int | None:
        question = ask(self.graph, self.sitting, self.askable)
        return None if question is None else self.graph.at[question.step]

    def hear(self, row: int, passed: bool) -> None:
        self.sitting = Sitting(self.sitting.ticks, (*self.sitting.answers, Answer(self.graph.ids[row], passed)))

    def chance(self) -> Floats:
        return np.array(list(belief(self.graph, self.sitting).values()))

    def assumed(self) -> NDArray[np.bool_]:
        return np.array([label is Label.ASSUMED for label in labels(self.graph, self.sitting).values()])


class Bisection:
    """The author's order is taken for a line in each track, and the longest open stretch is halved."""

    def __init__(self, graph: Graph, ticks: dict[str, Tick]) -> None:
        track = rooms(graph)
        self.rows = [np.flatnonzero(track == t) for t in range(track.max() + 1)]
        self.open = [[0, len(r)] for r in self.rows]  # the border lies in here
        self.size = len(track)

    def next(self) -> int | None:
        self.at = max(range(len(self.open)), key=lambda t: self.open[t][1] - self.open[t][0])
        low, high = self.open[self.at]
        return int(self.rows[self.at][(low + high) // 2]) if high > low else None

    def hear(self, row: int, passed: bool) -> None:
        low, high = self.open[self.at]
        middle = (low + high) // 2
        self.open[self.at] = [middle + 1, high] if passed else [low, middle]

    def chance(self) -> Floats:
        known = np.zeros(self.size)
        for rows, (low, high) in zip(self.rows, self.open, strict=True):
            known[rows] = np.where(np.arange(len(rows)) < (low + high) / 2, 0.99, 0.01)
        return known

    def assumed(self) -> NDArray[np.bool_]:
        return self.chance() > 0.75


class Elo:
    """A rating a track and one for all against a difficulty from depth; no prerequisites.  The ticks set the start."""

    def __init__(self, graph: Graph, ticks: dict[str, Tick]) -> None:
        self.track = rooms(graph)
        self.hard = 3.0 * (graph.depth / max(1, graph.depth.max()) - 0.3)
        self.all = 0.0
        self.own = np.array([{Tick.NEVER: -2.0, Tick.SOME: -0.3, Tick.SOLID: 1.5}[t] for t in ticks.values()])
        self.asked: set[int] = set()

    def next(self) -> int | None:
        chance = self.chance()
        often = np.bincount(self.track[list(self.asked)], minlength=len(self.own)) if self.asked else np.zeros(len(self.own))
        return int(min((i for i in range(len(chance)) if i not in self.asked), key=lambda i: (often[self.track[i]], abs(chance[i] - 0.5))))

    def hear(self, row: int, passed: bool) -> None:
        error = passed - self.chance()[row]
        self.asked.add(row)
        self.all += 0.4 * error
        self.own[self.track[row]] += 1.2 * error

    def chance(self) -> Floats:
        return np.asarray(1 / (1 + np.exp(-1.7 * (self.all + self.own[self.track] - self.hard))))

    def assumed(self) -> NDArray[np.bool_]:
        return self.chance() > 0.75


class Votes:
    """Half-split with votes along the graph; where nobody voted, ticks and depth.  The first design of this project."""

    def __init__(self, graph: Graph, ticks: dict[str, Tick]) -> None:
        self.graph, self.asked = graph, set[int]()
        start = np.array([{Tick.NEVER: -2.2, Tick.SOME: -0.5, Tick.SOLID: 1.5}[t] for t in ticks.values()])
        self.logit = start[rooms(graph)] - 3.0 * (graph.depth / max(1, graph.depth.max()) - 0.3)

    def next(self) -> int | None:
        chance = self.chance()
        unsettled = (chance > 0.03) & (chance < 0.97)
        half = np.minimum((self.graph.above & unsettled).sum(1), (self.graph.above.T & unsettled).sum(1)) + 0.2
        worth = half * 4 * chance * (1 - chance)
        worth[list(self.asked)] = -1
        return int(worth.argmax())

    def hear(self, row: int, passed: bool) -> None:
        self.asked.add(row)
        moved = self.graph.above[row] if passed else self.graph.above[:, row]
        self.logit[moved] += PASS if passed else -FAIL
        self.logit[row] += PASS if passed else -FAIL

    def chance(self) -> Floats:
        return np.asarray(1 / (1 + np.exp(-np.clip(self.logit, -12, 12))))

    def assumed(self) -> NDArray[np.bool_]:
        return self.chance() > 0.75


ASKERS = {"bisection": Bisection, "Elo": Elo, "half-split and votes": Votes, "Gradus": Design}

"""The steps of a roadmap as a graph: what each needs before it, what solving it repeats, how long it takes.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gradus.mastery import needs
from gradus.vocabulary import Level, PlannedStep, Roadmap

LEVEL_MINUTES = {Level.INTRO: 15.0, Level.CORE: 30.0, Level.STRETCH: 45.0}  # for steps that are only planned
KIND_MINUTES = {"drill": 0.7, "train": 1.4, "service": 1.3, "program": 1.3, "project": 4.0}  # times the above
FAINTEST = 0.15  # credit is not followed further than this product of weights


@dataclass(frozen=True, slots=True)
class Node:
    """A step as the graph knows it.  `minutes` is the author's estimate for doing it the first time."""

    id: str
    concept: str
    track: str
    minutes: float
    before: tuple[str, ...] = ()  # direct prerequisites
    exercises: tuple[tuple[str, float], ...] = ()  # (step, weight): what solving it truly repeats, direct edges only
    stretch: bool = False


@dataclass(frozen=True)
class Graph:
    """Steps in the author's order.  Edges that name a step outside the graph, or close a cycle, are left out."""

    nodes: Mapping[str, Node]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All steps in the author's order."""
        return tuple(self.nodes)

    @cached_property
    def at(self) -> Mapping[str, int]:
        """The row of each step in the arrays below."""
        return {id: i for i, id in enumerate(self.nodes)}

    @cached_property
    def topological(self) -> tuple[str, ...]:
        """Prerequisites first, otherwise in the author's order."""
        done: dict[str, None] = {}
        open_ones: set[str] = set()

        def visit(id: str) -> None:
            stack = [(id, iter(self.nodes[id].before))]
            open_ones.add(id)
            while stack:
                here, rest = stack[-1]
                found = next((b for b in rest if b in self.nodes and b not in done and b not in open_ones), None)
                if found is None:
                    done[here] = None
                    stack.pop()
                else:
                    open_ones.add(found)
                    stack.append((found, iter(self.nodes[found].before)))

        for id in self.nodes:
            if id not in done:
                visit(id)
        return tuple(done)

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """Direct prerequisites inside the graph, without those that would close a cycle."""
        place = {id: i for i, id in enumerate(self.topological)}
        return {id: tuple(b for b in n.before if b in place and place[b] < place[id]) for id, n in self.nodes.items()}

    @cached_property
    def above(self) -> NDArray[np.bool_]:
        """`above[i, j]`: step j is an ancestor of step i."""
        found = np.zeros((len(self.nodes),) * 2, dtype=bool)
        for id in self.topological:
            i = self.at[id]
            for b in self.before[id]:
                found[i] |= found[self.at[b]]
                found[i, self.at[b]] = True
        return found

    @cached_property
    def depth(self) -> NDArray[np.int_]:
        """The longest chain of prerequisites below each step."""
        found = np.zeros(len(self.nodes), dtype=int)
        for id in self.topological:
            found[self.at[id]] = max((found[self.at[b]] + 1 for b in self.before[id]), default=0)
        return found

    @cached_property
    def flow(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """What a pass of each step repeats, followed along `exercises` while the product stays above FAINTEST; strongest way counts."""
        return {id: _flow(self.nodes, id) for id in self.nodes}

    @cached_property
    def repeats(self) -> NDArray[np.float64]:
        """`repeats[i, j]`: how much of a review of step j a pass of step i is worth; 1 for the step itself."""
        found = np.eye(len(self.nodes))
        for id, flow in self.flow.items():
            for other, weight in flow:
                found[self.at[id], self.at[other]] = weight
        return found

    def ancestors(self, id: str) -> tuple[str, ...]:
        """All that a step builds on, in topological order."""
        row = self.above[self.at[id]]
        return tuple(a for a in self.topological if row[self.at[a]])


def _flow(nodes: Mapping[str, Node], start: str) -> tuple[tuple[str, float], ...]:
    best = {start: 1.0}
    todo = [start]
    while todo:
        here = todo.pop(0)
        for other, weight in nodes[here].exercises:
            product = best[here] * weight
            if other in nodes and product > FAINTEST and product > best.get(other, 0.0):
                best[other] = product
                todo.append(other)
    return tuple((id, w) for id, w in sorted(best.items()) if id != start)


def graph(roadmap: Roadmap, steps: Iterable[str] | None = None) -> Graph:
    """The steps that exist for a learner (or those named), with derived prerequisites and their authors' minutes and exercises.

    Give `roadmap.planned` as steps to see the whole plan; minutes of a step without a folder are LEVEL_MINUTES x KIND_MINUTES.
    """
    ids = frozenset(roadmap.ready if steps is None else steps)
    ways = needs(roadmap, ids)
    found = {}
    for id, plan in roadmap.planned.items():
        if id in ids:
            real = roadmap.steps.get(id)
            minutes = float(real.minutes) if real else usual_minutes(plan)
            exercises = tuple(sorted(real.exercises.items())) if real else ()
            found[id] = Node(id, plan.concept, plan.track, minutes, ways.steps[id], exercises, plan.level is Level.STRETCH)
    return Graph(found)


def usual_minutes(plan: PlannedStep) -> float:
    """A first guess for a step that nobody has written yet."""
    return LEVEL_MINUTES[plan.level] * KIND_MINUTES.get(plan.kind, 1.0)

"""A goal turned into the shortest valid path, with hours as a range.  Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gradus.graph import Graph
from gradus.memory import Memory


@dataclass(frozen=True)
class Path:
    """What still lies between a learner and a goal, in an order in which every step comes after all that it needs."""

    goal: tuple[str, ...]  # the steps that make the goal (intro and core steps of a concept)
    steps: tuple[str, ...]  # to do, in order
    confirm: tuple[str, ...]  # on the way, assumed known and not proven: cheap checks
    hours: tuple[float, float]  # from, to; halves of an hour
    days: tuple[int, int]  # at the learner's daily minutes with reviews taking their share


def path(
    graph: Graph,
    goal: Collection[str],
    memory: Memory,
    believed: Mapping[str, float] | None = None,
    daily_minutes: float = 40.0,
) -> Path:
    """The fewest minutes of steps that make every step of `goal` doable and done; what is proven is left out, what is assumed is to be confirmed."""
    raise NotImplementedError


def goal_steps(graph: Graph, concept: str) -> tuple[str, ...]:
    """The intro and core steps of a concept (all of its steps if it has only stretch steps)."""
    raise NotImplementedError

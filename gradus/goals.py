"""A goal turned into the shortest valid path, with hours as a range.  Pure."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gradus.graph import Graph
from gradus.memory import NOTHING, Gate, Memory
from gradus.placement import ASSUME, REFUSE
from gradus.reviews import SHARE, own_pace

CHECK = 3.0  # minutes for confirming what is assumed
WIDEST = 1.8  # how far the author's minutes may be from a learner's, either way, before anything is known of the learner


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
    """The fewest minutes of steps that make every step of `goal` doable and done; what is proven is left out, what is assumed is to be confirmed.

    Every prerequisite is needed, so the shortest path is what one meets walking down from the goal without entering what is known already.
    """
    believed = believed or {}
    wanted = tuple(id for id in graph.ids if id in set(goal))
    todo, confirm, open_ones = set[str](), set[str](), list(wanted)
    while open_ones:
        id = open_ones.pop()
        if id in todo or id in confirm or memory.records.get(id, NOTHING).accepted:
            continue
        if memory.gate(id) is Gate.ASSUMED or (id not in wanted and believed.get(id, 0.0) > ASSUME):
            confirm.add(id)
        else:
            todo.add(id)
            open_ones += graph.before[id]
    steps = tuple(id for id in graph.topological if id in todo)
    hours = _hours(graph, memory, steps, len(confirm), believed)
    share = daily_minutes * (1 - SHARE) / 60
    days = (math.ceil(hours[0] / share), math.ceil(hours[1] / share)) if share > 0 else (0, 0)
    return Path(wanted, steps, tuple(id for id in graph.topological if id in confirm), hours, days)


def goal_steps(graph: Graph, concept: str) -> tuple[str, ...]:
    """The intro and core steps of a concept (all of its steps if it has only stretch steps)."""
    inside = [n for n in graph.nodes.values() if n.concept == concept]
    return tuple(n.id for n in inside if not n.stretch) or tuple(n.id for n in inside)


def _hours(graph: Graph, memory: Memory, steps: Collection[str], checks: int, believed: Mapping[str, float]) -> tuple[float, float]:
    """From: what is unsure turns out known; to: it does not.  The spread narrows as the learner's own pace becomes known."""
    pace, timed = own_pace(graph, memory), sum(bool(r.minutes) for r in memory.records.values())
    spread = 1.25 + (WIDEST - 1.25) * max(0.0, 1 - timed / 20)
    few = sum(CHECK if believed.get(s, 0.0) >= REFUSE else pace * graph.nodes[s].minutes for s in steps)
    many = sum(pace * graph.nodes[s].minutes for s in steps)
    return _halves(few / spread / 60), _halves((many * spread + CHECK * checks) / 60, up=True)


def _halves(hours: float, up: bool = False) -> float:
    return (math.ceil(2 * hours) if up else math.floor(2 * hours)) / 2

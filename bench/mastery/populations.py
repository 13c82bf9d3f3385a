"""Who comes to be placed: made-up populations with different ideas of what knowing is.  A state is one True or False a step.

They rank designs; they do not prove that people are like this.  Each is a function of the graph and a generator; none of them is what
`gradus/belief.py` draws its prior from.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from gradus.graph import Graph
from gradus.placement import Tick

State = NDArray[np.bool_]
Draw = Callable[[Graph, np.random.Generator], State]


def rooms(graph: Graph, of: str = "track") -> NDArray[np.int_]:
    """The number of the track (or concept) of each step."""
    names = [getattr(n, of) for n in graph.nodes.values()]
    number = {name: i for i, name in enumerate(dict.fromkeys(names))}
    return np.array([number[n] for n in names])


def close(graph: Graph, state: State, keep: float, rng: np.random.Generator) -> State:
    """A leaky closure: a step whose direct prerequisites are not all known survives with probability `keep`."""
    state = state.copy()
    for id in graph.topological:
        i = graph.at[id]
        if state[i] and not all(state[graph.at[b]] for b in graph.before[id]) and rng.random() >= keep:
            state[i] = False
    return state


def irt(graph: Graph, rng: np.random.Generator) -> State:
    """One ability and an offset a track against a difficulty that grows with depth; a third of what lacks a prerequisite is known all the same."""
    track = rooms(graph)
    depth = graph.depth / max(1, graph.depth.max())
    difficulty = 4.0 * depth - 1.0 + rng.normal(0, 0.5, len(depth))
    ability = rng.normal(0.3, 1.2) + rng.normal(0, 0.9, track.max() + 1)[track]
    known = rng.random(len(depth)) < 1 / (1 + np.exp(-4.0 * (ability - difficulty)))
    return close(graph, known, 0.3, rng)


def paths(graph: Graph, rng: np.random.Generator) -> State:
    """Came for a few goals and learned what they rest on; 7 % has rusted."""
    known = np.zeros(len(graph.ids), dtype=bool)
    for goal in rng.integers(0, len(known), rng.integers(3, 16)):
        known |= graph.above[goal]
        known[goal] = True
    return known & (rng.random(len(known)) >= 0.07)


def levels(graph: Graph, rng: np.random.Generator) -> State:
    """Mostly beginners: a level a track in the author's order, with a blurred edge and a weak closure."""
    track = rooms(graph)
    known = np.zeros(len(track), dtype=bool)
    overall = rng.beta(1.2, 3.0)
    for t in range(track.max() + 1):
        rows = np.flatnonzero(track == t)
        level = rng.beta(8 * overall + 0.3, 8 * (1 - overall) + 0.3)
        place = (np.arange(len(rows)) + 0.5) / len(rows)
        known[rows] = rng.random(len(rows)) < 1 / (1 + np.exp(-(level - place) / 0.04))
    return close(graph, known, 0.6, rng)


def specialist(graph: Graph, rng: np.random.Generator) -> State:
    """Knows one to four tracks to the end and elsewhere only what they rest on, with gaps.  (Held out.)"""
    track = rooms(graph)
    strong = rng.choice(track.max() + 1, rng.integers(1, 5), replace=False)
    core = np.isin(track, strong) & (rng.random(len(track)) < 0.9)
    return (core | graph.above[core].any(0)) & (rng.random(len(track)) >= 0.1)


def patchwork(graph: Graph, rng: np.random.Generator) -> State:
    """Self-taught: whole concepts known or not, likelier after their prerequisites, steps inside a concept rarely torn.  (Held out.)"""
    concept, base = rooms(graph, "concept"), rng.uniform(0.05, 0.7)
    known = np.zeros(len(concept), dtype=bool)
    drawn: dict[int, bool] = {}
    for id in graph.topological:
        i = graph.at[id]
        if concept[i] not in drawn:
            share = np.mean([known[graph.at[b]] for b in graph.before[id]]) if graph.before[id] else 1.0
            drawn[concept[i]] = bool(rng.random() < base * (0.25 + 1.05 * share))
        known[i] = drawn[concept[i]] ^ (rng.random() < 0.1)
    return known


def course(graph: Graph, rng: np.random.Generator) -> State:
    """Took a course in some order that the prerequisites allow, stopped somewhere, and forgot the older parts the more.  (Held out.)"""
    weight = dict(zip(range(rooms(graph).max() + 1), rng.exponential(1.0, rooms(graph).max() + 1), strict=True))
    track, order, done = rooms(graph), [], set()
    ready = [id for id in graph.ids if not graph.before[id]]
    after: dict[str, list[str]] = {id: [] for id in graph.ids}
    for id in graph.ids:
        for b in graph.before[id]:
            after[b].append(id)
    while ready:
        w = np.array([weight[track[graph.at[id]]] for id in ready])
        id = ready.pop(int(rng.choice(len(ready), p=w / w.sum())))
        order.append(graph.at[id])
        done.add(id)
        ready += [a for a in after[id] if a not in done and a not in ready and all(b in done for b in graph.before[a])]
    taken = order[: int(rng.beta(1.2, 1.5) * len(order))]
    known = np.zeros(len(track), dtype=bool)
    for age, i in enumerate(reversed(taken)):
        known[i] = rng.random() < 0.95 - 0.25 * age / max(1, len(taken))
    return known


POPULATIONS: dict[str, Draw] = {"irt": irt, "paths": paths, "levels": levels}
HELD_OUT: dict[str, Draw] = {"specialist": specialist, "patchwork": patchwork, "course": course}  # looked at once, after the design stood


def ticks(graph: Graph, state: State, rng: np.random.Generator) -> dict[str, Tick]:
    """What the learner ticks: never below a tenth, solid above seven tenths of a track, one tick in eight off by one."""
    track, names = rooms(graph), list(dict.fromkeys(n.track for n in graph.nodes.values()))
    scale = [Tick.NEVER, Tick.SOME, Tick.SOLID]
    said = {}
    for t, name in enumerate(names):
        share = state[track == t].mean()
        level = 0 if share < 0.1 else 2 if share > 0.7 else 1
        if rng.random() < 0.125:
            level = int(np.clip(level + rng.choice([-1, 1]), 0, 2))
        said[name] = scale[level]
    return said

"""What learners may know before anything is asked: many made-up states of a graph, drawn from three broad ideas of knowing.  Pure.

None is believed; mixed and wide they say which steps go together.  (a) a level a track and concept against depth and the author's order, closed
more or less; (b) what a few goals rest on, partly forgotten; (c) step by step up the graph, likelier where its prerequisites are known.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gradus.graph import Graph

States = NDArray[np.bool_]  # one row a made-up learner, one column a step
Generator = np.random.Generator


def numbered(names: list[str]) -> NDArray[np.int_]:
    """0, 1, 2 ... in order of first appearance."""
    number = {name: i for i, name in enumerate(dict.fromkeys(names))}
    return np.array([number[n] for n in names], dtype=int)


def draw(graph: Graph, count: int, rng: Generator) -> States:
    """`count` states: half from (a), a quarter each from (b) and (c)."""
    half, quarter = count // 2, count // 4
    return np.concatenate([_levels(graph, half, rng), _goals(graph, quarter, rng), _climb(graph, count - half - quarter, rng)])


def ticked(graph: Graph, states: States, rng: Generator) -> NDArray[np.int8]:
    """0 never, 1 some, 2 solid, a track a column: with thresholds that differ from person to person and one in eight off by one."""
    track = numbered([n.track for n in graph.nodes.values()])
    ticks = np.zeros((len(states), int(track.max(initial=-1)) + 1), np.int8)
    for t in range(ticks.shape[1]):
        share = states[:, track == t].mean(1)
        low, high = rng.uniform(0.02, 0.25, len(states)), rng.uniform(0.55, 0.9, len(states))
        ticks[:, t] = np.where(share < low, 0, np.where(share > high, 2, 1))
    off = rng.random(ticks.shape) < 1 / 8
    return np.where(off, np.clip(ticks + rng.choice([-1, 1], ticks.shape), 0, 2), ticks).astype(np.int8)


def _between(rng: Generator, low: float, high: float, count: int) -> NDArray[np.float32]:
    return rng.uniform(low, high, (count, 1)).astype(np.float32)


def _levels(graph: Graph, count: int, rng: Generator) -> States:
    nodes = list(graph.nodes.values())
    track, concept = numbered([n.track for n in nodes]), numbered([n.concept for n in nodes])
    depth = graph.depth / max(1, graph.depth.max(initial=1))
    place = np.zeros(len(nodes))
    for t in range(int(track.max(initial=-1)) + 1):
        rows = np.flatnonzero(track == t)
        place[rows] = (np.arange(len(rows)) + 0.5) / len(rows)
    level = rng.normal(0, 1.5, (count, 1)) + _between(rng, -2, 2, count)
    level = level + _between(rng, 0, 2, count) * rng.normal(0, 1, (count, int(track.max(initial=-1)) + 1))[:, track]
    level = level + _between(rng, 0, 1.2, count) * rng.normal(0, 1, (count, int(concept.max(initial=-1)) + 1))[:, concept]
    level = level - _between(rng, 0, 5, count) * (depth - 0.3) - _between(rng, 0, 5, count) * (place - 0.4)
    known: States = rng.random(level.shape) < 1 / (1 + np.exp(-_between(rng, 0.8, 6, count) * level))
    keep = rng.random(count)  # how often a step survives without all of its prerequisites
    for id in graph.topological:
        if before := [graph.at[b] for b in graph.before[id]]:
            known[:, graph.at[id]] &= known[:, before].all(1) | (rng.random(count) < keep)
    return np.asarray(known)


def _goals(graph: Graph, count: int, rng: Generator) -> States:
    steps = len(graph.ids)
    track = numbered([n.track for n in graph.nodes.values()])
    rests = graph.above | np.eye(steps, dtype=bool)
    goals = np.exp(rng.uniform(0, np.log(25), count)).astype(int)
    liking = rng.gamma(0.5, 1, (count, int(track.max(initial=-1)) + 1))[:, track] + 1e-9
    reach = (liking / liking.sum(1, keepdims=True)).cumsum(1)
    known = np.zeros((count, steps), dtype=bool)
    for k in range(int(goals.max(initial=0))):
        rows = np.flatnonzero(goals > k)
        chosen = (reach[rows] < rng.random((len(rows), 1))).sum(1).clip(0, steps - 1)
        known[rows] |= rests[chosen]
    rusted, extra = rng.random(known.shape) < _between(rng, 0, 0.3, count), rng.random(known.shape) < _between(rng, 0, 0.06, count)
    return np.asarray((known & ~rusted) | extra)


def _climb(graph: Graph, count: int, rng: Generator) -> States:
    nodes = list(graph.nodes.values())
    track, concept = numbered([n.track for n in nodes]), numbered([n.concept for n in nodes])
    liking = np.clip(rng.random((count, 1)) + rng.normal(0, 0.3, (count, int(track.max(initial=-1)) + 1)), 0.01, 0.99)
    weak, alike = rng.random(count), rng.uniform(0, 0.9, count)
    known = np.zeros((count, len(nodes)), dtype=bool)
    last: dict[int, NDArray[np.bool_]] = {}
    for id in graph.topological:
        i, before = graph.at[id], [graph.at[b] for b in graph.before[id]]
        share = known[:, before].mean(1) if before else np.ones(count)
        chance = liking[:, track[i]] * (weak + (1 - weak) * share)
        chance = np.where(share == 1, chance ** (1 - 0.7 * weak), chance)
        now = rng.random(count) < chance
        if concept[i] in last:
            now = np.where(rng.random(count) < alike, last[concept[i]] & (share > 0), now)
        last[concept[i]] = known[:, i] = now
    return known

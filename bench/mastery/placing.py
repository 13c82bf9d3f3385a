"""How well a sitting finds what a learner knows, and what the first ten offers after it rest on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from bench.mastery.askers import ASKERS, Asker, Design
from bench.mastery.populations import Draw, State, ticks
from gradus.graph import Graph
from gradus.memory import Memory
from gradus.placement import ASSUME, Answer, belief, confirm
from gradus.schedule import best_new

Solve = Callable[[int], bool]


@dataclass(frozen=True)
class Placed:
    """One simulated learner."""

    accuracy: float
    assumed: int
    assumed_wrong: int
    unsure: float  # share of steps
    questions: int
    offers: int = 0
    missing: int = 0  # offers with a direct prerequisite that is not known
    ready: int = 0  # offers that are new and whose direct prerequisites are all known
    checks: int = 0  # quick checks on entry
    slowest: float = 0.0  # milliseconds of processor time for a question


def place(graph: Graph, draw: Draw, way: str, seed: int, slip: float, guess: float, limit: int = 20) -> Placed:
    """One learner of a population in one sitting."""
    rng = np.random.default_rng([seed, 17])
    state = draw(graph, rng)
    asker: Asker = ASKERS[way](graph, ticks(graph, state, rng))
    slowest, asked = 0.0, 0

    def solve(row: int) -> bool:
        return bool(rng.random() < (1 - slip if state[row] else guess))

    for _ in range(limit):
        start = time.process_time()
        row = asker.next()
        slowest = max(slowest, 1e3 * (time.process_time() - start))
        if row is None:
            break
        asker.hear(row, solve(row))
        asked += 1
    chance, skip = asker.chance(), asker.assumed()
    unsure = float(((chance >= 0.25) & ~skip).mean())
    found = Placed(float(((chance > 0.5) == state).mean()), int(skip.sum()), int((skip & ~state).sum()), unsure, asked, slowest=slowest)
    return offers(graph, asker, state, solve, found) if isinstance(asker, Design) else found


def offers(graph: Graph, asker: Design, state: State, solve: Solve, found: Placed) -> Placed:
    """The first ten new steps, each after quick checks of what it directly needs and nobody saw; a failed check takes the offer back."""
    sitting, state = asker.sitting, state.copy()
    count = missing = ready = checks = 0
    refused: set[str] = set()
    while count < 10:
        believed = belief(graph, sitting)
        taken = {s for s in graph.ids if believed[s] > ASSUME and s not in refused} | sitting.known
        open_ones = [s for s in graph.ids if s not in taken and all(b in taken for b in graph.before[s])]
        if not open_ones:
            break
        step = best_new(graph, Memory(), datetime(2026, 1, 1, tzinfo=UTC), open_ones, believed)
        failed = False
        for b in confirm(graph, sitting, step):
            passed = solve(graph.at[b])
            checks += 1
            sitting = replace(sitting, answers=(*sitting.answers, Answer(b, passed)))
            if not passed:
                refused.add(b)
                failed = True
                break
        if failed:
            continue
        known = all(state[graph.at[b]] for b in graph.before[step])
        count, missing, ready = count + 1, missing + (not known), ready + (known and not state[graph.at[step]])
        state[graph.at[step]] = True
        sitting = replace(sitting, known=sitting.known | {step})
    return replace(found, offers=count, missing=missing, ready=ready, checks=checks)

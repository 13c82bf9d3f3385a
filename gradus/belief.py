"""From ticks and answers to the chance that each step is known: weighed made-up states, then a linear correction.  Pure.

The states of `gradus/prior.py` are weighed by how well they explain all that was said, but never so sharply that a few of them remain; what
the weights leave unexplained is settled by the best linear estimate from their covariance.  No answer is taken at its word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gradus.graph import Graph, Node
from gradus.prior import draw, numbered, ticked

SLIP, GUESS = 0.10, 0.05  # fails what is known, passes what is not
FORGOTTEN = 0.03  # says "I don't know" of what is known
STATES, KEPT, SPREAD = 20_000, 1_200, 600.0  # drawn, kept for the correction, effective number after weighing
FLOOR = 1e-3  # variance of each step beside what the states show

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Said:
    """One observation: a step's row, whether it spoke for knowing, and how often it would come from who knows and who does not."""

    row: int
    yes: bool
    of_known: float = 1 - SLIP  # chance of `yes` from one who knows
    of_unknown: float = GUESS  # chance of `yes` from one who does not


@dataclass(frozen=True)
class Belief:
    """The chances, and how knowing one step would move the others."""

    chance: Floats  # one a step
    _spread: NDArray[np.float32]  # weighed, centred states: their products are covariances
    _gain: Floats
    _shared: Floats

    def covariance(self, rows: Sequence[int]) -> Floats:
        """Between all steps and the given ones, after all that was said."""
        chosen = list(rows)
        steps = len(self.chance)
        found = (self._spread[:, :steps].T @ self._spread[:, chosen]).astype(float)
        found[chosen, np.arange(len(chosen))] += FLOOR
        return np.asarray(found - self._gain[:steps] @ self._shared[:, chosen])

    def worth(self, rows: Sequence[int], within: NDArray[np.int_]) -> Floats:
        """By how much asking each of the given steps is expected to lower the doubt about the steps `within` together."""
        between = self.covariance(rows)
        own = np.clip(between[list(rows), np.arange(len(rows))], 1e-4, None)
        chance = np.clip(self.chance[list(rows)], 0.02, 0.98)
        slope = 1 - SLIP - GUESS
        noise = chance * SLIP * (1 - SLIP) + (1 - chance) * GUESS * (1 - GUESS)
        return np.asarray((between[within] ** 2).sum(0) * slope**2 / (slope**2 * own + noise))


@lru_cache(maxsize=4)
def _bank(nodes: tuple[Node, ...]) -> tuple[NDArray[np.bool_], NDArray[np.int8]]:
    graph = Graph({n.id: n for n in nodes})
    rng = np.random.default_rng(2026)  # the same for everyone, so that one sitting always means the same
    states = draw(graph, STATES, rng)
    return states, ticked(graph, states, rng)


def believe(graph: Graph, ticks: dict[str, int], said: Sequence[Said]) -> Belief:
    """`ticks`: by track 0 never, 1 some, 2 solid; tracks that were not ticked say nothing."""
    if not graph.nodes:
        return Belief(np.zeros(0), np.zeros((0, 0), np.float32), np.zeros((0, 0)), np.zeros((0, 0)))
    states, bank_ticks = _bank(tuple(graph.nodes.values()))
    tracks = list(dict.fromkeys(n.track for n in graph.nodes.values()))
    columns = [t for t, name in enumerate(tracks) if name in ticks]
    told = np.array([ticks[tracks[t]] for t in columns], dtype=np.int8)
    off = np.abs(bank_ticks[:, columns] - told)
    fit = -2.2 * (off > 0).sum(1) - 2.0 * (off > 1).sum(1)
    for s in said:
        known, unknown = (s.of_known, s.of_unknown) if s.yes else (1 - s.of_known, 1 - s.of_unknown)
        fit = fit + np.where(states[:, s.row], np.log(known), np.log(unknown))
    weight, share = _tempered(fit)
    best = np.argpartition(-weight, min(KEPT, len(weight)) - 1)[:KEPT]
    kept = (weight[best] / weight[best].sum()).astype(np.float32)
    both = np.concatenate([states[best], bank_ticks[best][:, columns]], 1, dtype=np.float32)
    centre = kept @ both
    spread = (both - centre) * np.sqrt(kept)[:, None]
    return _corrected(spread, centre.astype(float), len(graph.ids), told, said, 1 - share)


def _tempered(fit: Floats) -> tuple[Floats, float]:
    """Weights from log-likelihoods raised to the largest power, at most 1, that leaves SPREAD effective states; and that power."""

    def weights(power: float) -> Floats:
        raw = np.exp(power * (fit - fit.max()))
        return np.asarray(raw / raw.sum())

    def enough(power: float) -> bool:
        return bool(1 / (weights(power) ** 2).sum() >= SPREAD)

    if enough(1.0):
        return weights(1.0), 1.0
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if enough(middle) else (low, middle)
    return weights(low), low


def _corrected(
    spread: NDArray[np.float32], centre: Floats, steps: int, told: NDArray[np.int8], said: Sequence[Said], rest: float
) -> Belief:
    """The linear estimate from the part `rest` of the evidence that the weights left out."""
    rows = [*range(steps, steps + len(told)), *(s.row for s in said)]
    if rest < 1e-3 or not rows:
        return Belief(np.clip(centre[:steps], 0.001, 0.999), spread, np.zeros((len(centre), 0)), np.zeros((0, len(centre))))
    chance = np.clip(centre[[s.row for s in said]], 0.05, 0.95) if said else np.zeros(0)
    hit, false = np.array([s.of_known for s in said]), np.array([s.of_unknown for s in said])
    slope = np.concatenate([np.ones(len(told)), hit - false])
    offset = np.concatenate([np.zeros(len(told)), false])
    noise = np.concatenate([np.full(len(told), 0.15), chance * hit * (1 - hit) + (1 - chance) * false * (1 - false)]) / rest
    seen = np.concatenate([told.astype(float), np.array([float(s.yes) for s in said])])
    between = (spread.T @ spread[:, rows]).astype(float)
    between[rows, np.arange(len(rows))] += FLOOR
    between *= slope
    system = slope[:, None] * between[rows] + np.diag(noise)
    gain = np.linalg.solve(system, between.T).T
    chances = centre + gain @ (seen - offset - slope * centre[rows])
    return Belief(np.clip(chances[:steps], 0.001, 0.999), spread, gain, between.T)


__all__ = ["FORGOTTEN", "GUESS", "SLIP", "Belief", "Said", "believe", "numbered"]

"""The figures of placement and schedule with their 95 % intervals, from seeds that are fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bench.mastery import memories, policies, populations, world
from bench.mastery.days import End, live
from bench.mastery.placing import Placed, place
from gradus.content.read import read
from gradus.graph import Graph, graph
from gradus.placement import Sitting, belief

ROADMAP = Path(__file__).resolve().parents[2] / "curriculum"
DRAWS = populations.POPULATIONS | populations.HELD_OUT
TRUTHS = memories.TRUTHS | memories.HELD_OUT


@lru_cache(maxsize=1)
def whole() -> Graph:
    """Every step of the roadmap, written or planned."""
    roadmap = read(ROADMAP)
    return graph(roadmap, roadmap.planned)


@dataclass(frozen=True)
class Figure:
    """A mean and half of its 95 % interval."""

    mean: float
    half: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} ± {self.half:.3f}"


def figure(values: Iterable[float]) -> Figure:
    """From one value a learner."""
    found = np.asarray(list(values), dtype=float)
    return Figure(float(found.mean()), float(1.96 * found.std(ddof=1) / np.sqrt(len(found))))


def share(part: Iterable[float], whole: Iterable[float]) -> Figure:
    """A ratio of sums, by the linear approximation."""
    a, b = np.asarray(list(part), dtype=float), np.asarray(list(whole), dtype=float)
    if b.sum() == 0:
        return Figure(0.0, 0.0)
    ratio = a.sum() / b.sum()
    return Figure(float(ratio), float(1.96 * np.sqrt(((a - ratio * b) ** 2).sum()) / b.sum()))


def gain(ours: Iterable[float], other: Iterable[float]) -> Figure:
    """By what part ours is more, over the same learners."""
    found = share(ours, other)
    return Figure(found.mean - 1, found.half)


def _placed(job: tuple[str, str, int, float, float]) -> Placed:
    population, way, seed, slip, guess = job
    belief(whole(), Sitting())  # the prior is drawn once a process and is no part of a question's time
    return place(whole(), DRAWS[population], way, seed, slip, guess)


def placements(pool: ProcessPoolExecutor, population: str, way: str, count: int, slip: float, guess: float) -> dict[str, Any]:
    """One population in one way of asking."""
    rows = list(pool.map(_placed, [(population, way, s, slip, guess) for s in range(count)], chunksize=4))
    return {
        "accuracy": asdict(figure(r.accuracy for r in rows)),
        "assumed_wrong": asdict(share((r.assumed_wrong for r in rows), (r.assumed for r in rows))),
        "assumed": float(np.mean([r.assumed for r in rows])),
        "unsure": float(np.mean([r.unsure for r in rows])),
        "questions": float(np.mean([r.questions for r in rows])),
        "missing": asdict(share((r.missing for r in rows), (r.offers for r in rows))),
        "ready": float(sum(r.ready for r in rows) / max(1, sum(r.offers for r in rows))),
        "checks": float(np.mean([r.checks for r in rows])),
        "question_ms": float(np.median([r.slowest for r in rows])),
        "learners": count,
    }


POLICIES = {"no reviews": 0.0, "random": 0.0, "plain FSRS": 0.0, "Gradus": 0.15, "Gradus, never paused": 0.15, "Gradus, 80 % wrong": 0.8}


def _lived(job: tuple[str, str, int, int]) -> End:
    truth, policy, seed, days = job
    rng = np.random.default_rng([seed, 99])
    edges = world.hidden(whole(), rng)
    memory = TRUTHS[truth](len(whole().ids), rng)
    wrong = POLICIES[policy]
    seen = world.written(whole(), edges, wrong, rng) if wrong else world.bare(whole())
    made: Any = {"no reviews": policies.NoReviews, "plain FSRS": policies.Plain, "Gradus, never paused": policies.Strict}.get(
        policy, policies.Design
    )
    chosen = policies.Chance(seen, np.random.default_rng([seed, 5])) if policy == "random" else made(seen)
    return live(chosen, memory, edges, np.random.default_rng([seed, 7]), days)


def lives(pool: ProcessPoolExecutor, truth: str, names: Iterable[str], count: int, days: int = 180) -> dict[str, list[End]]:
    """The same learners under each policy."""
    return {name: list(pool.map(_lived, [(truth, name, s, days) for s in range(count)], chunksize=2)) for name in names}


def compared(ends: Mapping[str, list[End]]) -> dict[str, Any]:
    """Means of each policy, and the gains of the design over the plain ones."""
    rows: dict[str, Any] = {}
    for name, found in ends.items():
        rows[name] = {
            "learned": asdict(figure(e.learned for e in found)),
            "solvable": asdict(figure(e.solvable for e in found)),
            "later": asdict(figure(e.later for e in found)),
            "solid": asdict(figure(e.solid for e in found)),
            "reviews": float(np.mean([e.reviews for e in found])),
            "share": float(np.mean([e.review_share for e in found])),
            "paused": float(np.mean([e.paused for e in found])),
        }
    better = max(("random", "plain FSRS"), key=lambda n: rows[n]["solvable"]["mean"])
    ours, plain = ends["Gradus"], ends["plain FSRS"]
    wrong, strict = ends.get("Gradus, 80 % wrong", []), ends.get("Gradus, never paused", [])
    return {
        "policies": rows,
        "better": better,
        "solvable_gain": asdict(gain((e.solvable for e in ours), (e.solvable for e in ends[better]))),
        "solid_gain": asdict(gain((e.solid for e in ours), (e.solid for e in plain))),
        "strict_solvable_gain": asdict(gain((e.solvable for e in strict), (e.solvable for e in ends[better]))) if strict else None,
        "strict_solid_gain": asdict(gain((e.solid for e in strict), (e.solid for e in plain))) if strict else None,
        "wrong_edges_gain": asdict(gain((e.solvable for e in wrong), (e.solvable for e in plain))) if wrong else None,
        "learners": len(ours),
    }

"""The evidence behind a mastery value or a recommendation, as data and as plain sentences.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gradus.graph import Graph
from gradus.memory import Gate, Memory, Rated
from gradus.placement import Sitting


@dataclass(frozen=True)
class Why:
    """What is known about a step and from where."""

    step: str
    gate: Gate
    recall: float | None  # today; None without a card
    stability_days: float | None
    due: datetime | None  # UTC
    ratings: tuple[Rated, ...]
    credited_by: tuple[str, ...]  # the step whose pass counted for this one last
    believed: float | None  # placement's chance, None without a sitting
    needs: tuple[tuple[str, Gate], ...]  # direct prerequisites and how far they are proven
    repeats: tuple[tuple[str, float], ...]  # what solving it repeats
    sentences: tuple[str, ...]  # the whole in plain words, dates in the learner's zone


def why(graph: Graph, memory: Memory, step: str, now: datetime, zone: tzinfo, sitting: Sitting | None = None) -> Why:
    """Everything that stands behind what Gradus says about a step."""
    raise NotImplementedError

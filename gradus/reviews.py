"""Which reviews are due and which to do today: knock-out choice, at most 35 % of the day, and what a backlog changes.  Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gradus.graph import Graph
from gradus.memory import Memory

SHARE = 0.35  # of the learner's minutes
BACKLOG_DAYS = 3
DAILY_MINUTES = 40.0


@dataclass(frozen=True, slots=True)
class Due:
    """A review that is due."""

    step: str
    due: datetime  # UTC
    recall: float  # the chance to solve it cold now
    minutes: float  # expected: the learner's own pace where known
    assumed: bool  # placement assumed it; nothing proves it yet


@dataclass(frozen=True, slots=True)
class Pick:
    """A review to do: `step` may not be due itself, if solving it refreshes several that are."""

    step: str
    minutes: float
    refreshes: tuple[str, ...]  # due steps that a pass would move, itself included when due
    reason: str  # one sentence


@dataclass(frozen=True)
class Day:
    """What the learner has done on the present local day."""

    minutes: float = DAILY_MINUTES  # the setting
    reviewed: float = 0.0  # minutes of review so far today
    saved: float = 0.0  # minutes of review not used on the six days before (see `saved`)


@dataclass(frozen=True)
class Reviews:
    """The reviews of today."""

    today: tuple[Pick, ...]  # in order; their minutes and those already reviewed stay within the share (the whole day in a backlog)
    due: tuple[Due, ...]  # all that is due by the end of the local day, lowest recall first
    minutes: float  # expected, for all of `due`
    backlog: bool  # more than three days' worth is due: new steps are paused
    say: str  # one sentence about it, "" when nothing is due


def reviews(graph: Graph, memory: Memory, now: datetime, zone: tzinfo, day: Day = Day()) -> Reviews:
    """What is due by the end of the local day and what to do of it today."""
    raise NotImplementedError


def expected_minutes(graph: Graph, memory: Memory, step: str) -> float:
    """How long re-solving a step will take: from the learner's own pace, else from the author's minutes."""
    raise NotImplementedError


def saved(spent: Mapping[str, float], minutes: float) -> float:
    """Review minutes not used on the six days before today, given what was spent on each of them by local date."""
    raise NotImplementedError

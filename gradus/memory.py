"""What a learner remembers: one FSRS card a step, computed from evidence alone and never stored as the truth.  Pure.

Ratings come from the judge.  First time: a pass is Good, Hard after a hint or a third rejected answer, Again after the solution was taken.
Review (a card exists): a pass at the first submission is Good, Hard after a hint or a rejected answer; a third rejected answer, taking
the solution or giving up is Again.  Easy is never given: typing speed is not memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from gradus.graph import Graph

RETENTION = 0.85  # a review is due when the chance to solve the step has fallen to this
LONGEST = 180  # days: no skill goes unasked for longer
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """One row of evidence about a step, as the store has it.

    `fact`: "accepted", "rejected", "crashed", "exceeded" (a submission that counts), "hint", "reveal", or "gave_up" ("I don't know" in a review).
    `uid` names the row everywhere: the same row given twice counts once, and rows of one moment are ordered by it.
    """

    uid: str
    step: str  # under the name of that time; `renamed` is applied while reading
    fact: str
    at: datetime  # aware, any zone
    seed: int | None = None
    minutes: float | None = None  # from opening to handing in; None when unknown
    mistake: str | None = None  # id of the recognised mistake
    blames: tuple[str, ...] = ()  # steps that this mistake shows to be missing: Again on those, Hard on this one
    step_hash: str = ""


class Gate(StrEnum):
    """How far a step is proven."""

    NONE = "none"
    ASSUMED = "assumed"  # placement says so; nothing proves it yet
    HELPED = "helped"  # accepted, but with help
    LEARNED = "learned"  # one unaided pass
    MASTERED = "mastered"  # two unaided passes on different variants at least a day apart


class Rating(StrEnum):
    """What a review said.  The numbers of FSRS are 1, 2, 3."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating that was given, for the review log and for `why`."""

    step: str
    at: datetime
    rating: Rating
    uid: str  # of the event that settled it
    minutes: float | None
    first: bool  # the card was made by it
    because: str  # "passed", "passed after a hint", "third answer rejected", "took the solution", "gave up", "shown missing by ID"
    recall: float | None  # the chance that was expected just before; None the first time


@dataclass(frozen=True, slots=True)
class Card:
    """The memory of one step.  `stability` is in days, `difficulty` 1 to 10 (FSRS); moments are UTC."""

    step: str
    stability: float
    difficulty: float
    reviewed: datetime
    due: datetime
    assumed: bool = False  # dated back from placement, not yet proven
    credited: datetime | None = None  # the last time a pass of another step counted for this one
    credit_from: str = ""  # that step


@dataclass(frozen=True, slots=True)
class Record:
    """All that evidence says about one step."""

    card: Card | None = None
    passes: tuple[tuple[datetime, int | None], ...] = ()  # unaided: (when, seed)
    accepted: int = 0
    ratings: tuple[Rated, ...] = ()
    minutes: tuple[float, ...] = ()  # of accepted answers, oldest first
    rejected_now: int = 0  # since the last pass
    hints_now: int = 0
    revealed_now: bool = False
    settled: bool = False  # this try is already rated Again; a pass closes it without another rating

    @property
    def gate(self) -> Gate:
        """Learned = one unaided pass; mastered = two on different variants at least 24 hours apart."""
        raise NotImplementedError


@dataclass(frozen=True)
class Memory:
    """The state after all events up to `until`."""

    records: Mapping[str, Record] = field(default_factory=dict)
    until: tuple[datetime, str] = (datetime.min.replace(tzinfo=UTC), "")


def remember(
    graph: Graph, events: Iterable[Event], assumed: Mapping[str, datetime] | None = None, renamed: Mapping[str, str] | None = None
) -> Memory:
    """Everything, from nothing.  Any order and grouping of the events, and any repetition of them, gives the same state.

    `assumed`: step to the moment at which placement assumed it (placement.assumed).  `renamed`: renamed.toml; a retired step keeps its record.
    """
    raise NotImplementedError


def advance(
    graph: Graph,
    memory: Memory,
    events: Iterable[Event],
    assumed: Mapping[str, datetime] | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Memory:
    """The same state with a few later events, without reading the past again.  Raises ValueError if one is not later than `until`."""
    raise NotImplementedError


def recall(card: Card, now: datetime) -> float:
    """The chance to solve a fresh variant cold, with time counted continuously; a clock that went back counts as no time."""
    raise NotImplementedError

"""What a learner remembers: one FSRS card a step, computed from evidence alone and never stored as the truth.  Pure.

Ratings come from the judge.  First time: a pass is Good, Hard after a hint or a third rejected answer, Again after the solution was taken.
Review (a card exists): a pass at the first submission is Good, Hard after a hint or a rejected answer; a third rejected answer, taking
the solution or giving up is Again.  Easy is never given: typing speed is not memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import combinations

from gradus.card import AGO, DAY, LONGEST, NIGHT, RETENTION, Card, Rating, credited, days_until, recall, reviewed
from gradus.graph import Graph

__all__ = [
    "DAY",
    "LONGEST",
    "RETENTION",
    "Card",
    "Event",
    "Gate",
    "Memory",
    "Rated",
    "Rating",
    "Record",
    "advance",
    "days_until",
    "recall",
    "remember",
]

REJECTIONS = 3  # this many settle a try
FAILS = frozenset({"rejected", "crashed", "exceeded"})


@dataclass(frozen=True, slots=True)
class Event:
    """One row of evidence about a step, as the store has it.

    `fact`: "accepted", "rejected", "crashed", "exceeded" (counting submissions), "hint", "reveal", "gave_up" ("I don't know" in a review),
    or "logged": a row of an imported review log, which rates the card with `rating` but proves nothing, since nobody judged it.
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
    rating: Rating | None = None  # of a "logged" row


class Gate(StrEnum):
    """How far a step is proven."""

    NONE = "none"
    ASSUMED = "assumed"  # placement says so; nothing proves it yet
    HELPED = "helped"  # accepted, but with help
    LEARNED = "learned"  # one unaided pass
    MASTERED = "mastered"  # two unaided passes on different variants at least a day apart


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
        """Learned = one unaided pass; mastered = two on different variants at least 24 hours apart, and no lapse since the last."""
        if self.passes:
            lapsed = bool(self.ratings) and self.ratings[-1].rating is Rating.AGAIN
            pairs = combinations(self.passes, 2)
            twice = any(b - a >= DAY and None not in (one, two) and one != two for (a, one), (b, two) in pairs)
            return Gate.MASTERED if twice and not lapsed else Gate.LEARNED
        if self.accepted:
            return Gate.HELPED
        return Gate.ASSUMED if self.card and self.card.assumed else Gate.NONE


NOTHING = Record()


@dataclass(frozen=True)
class Memory:
    """The state after all events up to `until`."""

    records: Mapping[str, Record] = field(default_factory=dict)
    until: tuple[datetime, str] = (datetime.min.replace(tzinfo=UTC), "")

    def card(self, step: str) -> Card | None:
        """The card of a step, if it has one."""
        return self.records.get(step, NOTHING).card

    def gate(self, step: str) -> Gate:
        """How far a step is proven."""
        return self.records.get(step, NOTHING).gate


def remember(
    graph: Graph, events: Iterable[Event], assumed: Mapping[str, datetime] | None = None, renamed: Mapping[str, str] | None = None
) -> Memory:
    """Everything, from nothing.  Any order and grouping of the events, and any repetition of them, gives the same state.

    `assumed`: step to the moment at which placement assumed it (placement.assumed).  `renamed`: renamed.toml; a retired step keeps its record.
    """
    return advance(graph, Memory(), events, assumed, renamed)


def advance(
    graph: Graph,
    memory: Memory,
    events: Iterable[Event],
    assumed: Mapping[str, datetime] | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Memory:
    """The same state with a few later events, without reading the past again.  Raises ValueError if one is not later than `until`."""
    names = {old: new for old, new in (renamed or {}).items() if new != "retired"}
    once = {
        e.uid: replace(e, at=e.at.astimezone(UTC), step=names.get(e.step, e.step), blames=tuple(names.get(b, b) for b in e.blames))
        for e in events
    }
    starts = [Event("", names.get(step, step), "assumed", at.astimezone(UTC)) for step, at in (assumed or {}).items()]
    ordered = sorted([*once.values(), *starts], key=lambda e: (e.at, e.uid, e.step))
    if not ordered:
        return memory
    if (ordered[0].at, ordered[0].uid) < memory.until or (memory.until[1] and memory.until[1] in once):
        raise ValueError("An event is not later than what is remembered already; call remember() with all of them.")
    records = dict(memory.records)
    for event in ordered:
        _take(graph, records, event)
    return Memory(records, (ordered[-1].at, ordered[-1].uid))


def _take(graph: Graph, records: dict[str, Record], event: Event) -> None:
    record = records.get(event.step, NOTHING)
    if event.fact == "accepted":
        records[event.step] = _passed(record, event)
        if records[event.step].passes != record.passes:
            _credit(graph, records, event)
    elif event.fact in FAILS:
        record = replace(record, rejected_now=record.rejected_now + 1)
        missing = [b for b in event.blames if b != event.step and records.get(b, NOTHING).card]
        if missing:
            record = _settle(record, event, Rating.HARD, "a prerequisite failed")
        elif record.rejected_now >= REJECTIONS:
            record = _settle(record, event, Rating.AGAIN, "third answer rejected")
        records[event.step] = record
        for blamed in missing:
            _blame(records, blamed, event)
    elif event.fact == "hint":
        records[event.step] = replace(record, hints_now=record.hints_now + 1)
    elif event.fact == "reveal":
        records[event.step] = _settle(replace(record, revealed_now=True), event, Rating.AGAIN, "took the solution")
    elif event.fact == "gave_up":
        records[event.step] = _settle(record, event, Rating.AGAIN, "gave up")
    elif event.fact == "logged" and event.rating is not None:
        records[event.step] = _rate(record, event, event.rating, "from an imported log", event.step)
    elif event.fact == "assumed" and record.card is None:
        start = reviewed(None, event.step, Rating.GOOD, event.at - AGO)
        records[event.step] = replace(record, card=replace(start, assumed=True))


def _rate(record: Record, event: Event, rating: Rating, because: str, step: str) -> Record:
    expected = recall(record.card, event.at) if record.card else None
    rated = Rated(step, event.at, rating, event.uid, event.minutes, record.card is None, because, expected)
    card = reviewed(record.card, step, rating, event.at)
    if record.card:
        card = replace(card, credited=record.card.credited, credit_from=record.card.credit_from)
    return replace(record, card=card, ratings=(*record.ratings, rated))


def _settle(record: Record, event: Event, rating: Rating, because: str) -> Record:
    """Rate a try that did not pass; before the first pass there is no card and nothing to rate."""
    if record.card is None or record.settled:
        return record
    return replace(_rate(record, event, rating, because, event.step), settled=True)


def _passed(record: Record, event: Event) -> Record:
    first, helped = record.card is None, record.hints_now > 0
    if not record.settled:
        allowed = REJECTIONS if first else 1
        if record.revealed_now:
            rating, because = Rating.AGAIN, "passed after the solution was taken"
        elif helped or record.rejected_now >= allowed:
            rating, because = Rating.HARD, "passed after a hint" if helped else f"passed after {record.rejected_now} rejected"
        else:
            rating, because = Rating.GOOD, "passed"
        record = _rate(record, event, rating, because, event.step)
        if rating is Rating.GOOD:
            record = replace(record, passes=(*record.passes, (event.at, event.seed)))
    minutes = record.minutes if event.minutes is None else (*record.minutes, event.minutes)
    return replace(record, accepted=record.accepted + 1, minutes=minutes, rejected_now=0, hints_now=0, revealed_now=False, settled=False)


def _credit(graph: Graph, records: dict[str, Record], event: Event) -> None:
    """An unaided pass repeats what the step exercises: at most one credit a step in 24 hours, none on the day of its own review."""
    for other, weight in graph.flow.get(event.step, ()):
        record = records.get(other, NOTHING)
        card = record.card
        if card and (card.credited is None or event.at - card.credited >= DAY) and event.at - card.reviewed >= NIGHT:
            records[other] = replace(record, card=credited(card, weight, event.step, event.at))


def _blame(records: dict[str, Record], step: str, event: Event) -> None:
    """Again on a step that a mistake shows to be missing, at most once in 24 hours."""
    record = records[step]
    if not any(r.rating is Rating.AGAIN and event.at - r.at < DAY for r in record.ratings[-1:]):
        records[step] = _rate(record, event, Rating.AGAIN, f"shown missing by {event.step}", step)

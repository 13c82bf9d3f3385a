"""One FSRS card, as a value: the package computes stability and difficulty, the curve and the credit are ours.  Pure.

What the package would do and skills must not: fuzz with the global generator, floor elapsed time to whole days, repeat within minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

import fsrs

RETENTION = 0.85  # a review is due when the chance to solve the step has fallen to this
LONGEST = 180  # days: no skill goes unasked for longer
DAY = timedelta(days=1)
NIGHT = timedelta(hours=16)  # what is this far apart counts as another day to FSRS, which would floor 20:00 to 19:30 to no day at all
AGO = timedelta(days=21)  # how old the card of an assumed step is made


class Rating(StrEnum):
    """What a review said.  The numbers of FSRS are 1, 2, 3."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


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


def recall(card: Card, now: datetime) -> float:
    """The chance to solve a fresh variant cold, with time counted continuously; a clock that went back counts as no time."""
    return float(curve(max(0.0, (now - card.reviewed) / DAY), card.stability))


def curve(days: Any, stability: Any) -> Any:
    """FSRS-6's forgetting curve, of numbers or arrays."""
    factor, decay = _curve()
    return (1 + factor * days / stability) ** decay


def days_until(stability: float, retention: float = RETENTION) -> int:
    """Whole days from a review until the chance has fallen to `retention`; at least 1, at most LONGEST."""
    factor, decay = _curve()
    return int(min(LONGEST, max(1, round(stability / factor * (retention ** (1 / decay) - 1)))))


@cache
def _scheduler() -> fsrs.Scheduler:
    # No steps of minutes (these are skills), no fuzz (it draws from the global generator).
    return fsrs.Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
    )


@cache
def _curve() -> tuple[float, float]:
    """Factor and decay of FSRS-6's forgetting curve, from the parameters in use; the package floors time to whole days."""
    decay = -_scheduler().parameters[20]
    return 0.9 ** (1 / decay) - 1, decay


def reviewed(card: Card | None, step: str, rating: Rating, at: datetime) -> Card:
    """The card after a rating.  Two reviews less than 16 hours apart are one day's work to FSRS."""
    if card is None:
        stability, difficulty = _rated(None, rating, 0)
    else:
        nights = (max(timedelta(0), at - card.reviewed) + DAY - NIGHT) // DAY
        stability, difficulty = _rated((card.stability, card.difficulty), rating, nights)
    days = 1 if rating is Rating.AGAIN else days_until(stability)  # what lapsed comes back tomorrow
    return Card(step, stability, difficulty, at, at + days * DAY)


@lru_cache(maxsize=20_000)
def _rated(before: tuple[float, float] | None, rating: Rating, nights: int) -> tuple[float, float]:
    """Stability and difficulty after a rating so many days after the last one."""
    number = {Rating.AGAIN: fsrs.Rating.Again, Rating.HARD: fsrs.Rating.Hard, Rating.GOOD: fsrs.Rating.Good}[rating]
    now = datetime(2026, 1, 1, tzinfo=UTC)  # any moment: only the time between counts
    card = fsrs.Card(card_id=0, due=now)
    if before:
        card = fsrs.Card(0, fsrs.State.Review, None, *before, now, now - nights * DAY)
    after, _ = _scheduler().review_card(card, number, now)
    assert after.stability is not None
    assert after.difficulty is not None
    return after.stability, after.difficulty


def credited(card: Card, weight: float, source: str, at: datetime) -> Card:
    """The card moved `weight` of the way to what a full Good would make of it."""
    full = reviewed(card, card.step, Rating.GOOD, at)
    stability = card.stability + weight * (full.stability - card.stability)
    difficulty = card.difficulty + weight * (full.difficulty - card.difficulty)
    seen = card.reviewed + weight * max(timedelta(0), at - card.reviewed)
    return replace(
        card,
        stability=stability,
        difficulty=difficulty,
        reviewed=seen,
        due=seen + days_until(stability) * DAY,
        credited=at,
        credit_from=source,
    )

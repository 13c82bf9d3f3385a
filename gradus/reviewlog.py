"""The log of reviews in the two forms that the FSRS tools read: a list of py-fsrs ReviewLog objects, and the optimiser's CSV table.

What comes in from elsewhere was rated by somebody, not by the judge: it moves the dates of reviews and never proves a step.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from gradus.learner import Learner, Refused
from gradus.memory import Rating
from gradus.recollection import LOGGED, recollect
from gradus.store import evidence
from gradus.store.evidence import Evidence
from gradus.store.schema import moment

COLUMNS = ("card_id", "review_time", "review_rating", "review_state", "review_duration")
NUMBERS = {Rating.AGAIN: 1, Rating.HARD: 2, Rating.GOOD: 3}
RATINGS = {1: Rating.AGAIN, 2: Rating.HARD, 3: Rating.GOOD, 4: Rating.GOOD}  # Easy is not ours: typing speed is not memory
NEW, REVIEW = 0, 2  # states of the table: the first rating of a card, and every other (there are no minute-long learning steps here)
LONGEST = 10_000_000  # characters of a log


@dataclass(frozen=True, slots=True)
class Row:
    """A rating: `card` is the step's number, `minutes` None when nobody measured them."""

    step: str
    card: int
    at: datetime  # UTC
    rating: int  # 1 to 4 as in FSRS
    first: bool
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Added:
    """What an import did."""

    added: int
    known: int  # stood here already
    strange: int  # of cards that are no step of this roadmap


def card_id(step: str) -> int:
    """The number by which the FSRS tools know a step: 52 bits of the hash of its id, the same in every home."""
    return int(hashlib.sha256(step.encode()).hexdigest()[:13], 16)


def rows(learner: Learner) -> list[Row]:
    """Every rating on record, oldest first."""
    found = []
    for step, record in recollect(learner).memory.records.items():
        found += [Row(step, card_id(step), r.at.astimezone(UTC), NUMBERS[r.rating], r.first, r.minutes) for r in record.ratings]
    return sorted(found, key=lambda r: (r.at, r.card))


def as_json(found: Iterable[Row]) -> str:
    """A list of objects that `fsrs.ReviewLog.from_dict` takes one by one; `step` stands besides, for people."""
    return json.dumps(
        [
            {
                "card_id": r.card,
                "rating": r.rating,
                "review_datetime": r.at.isoformat(),
                "review_duration": _milliseconds(r),
                "step": r.step,
            }
            for r in found
        ],
        indent=1,
    )


def as_csv(found: Iterable[Row]) -> str:
    """The optimiser's table: times and durations in milliseconds, one line a rating."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for r in found:
        table.writerow([r.card, round(r.at.timestamp() * 1000), r.rating, NEW if r.first else REVIEW, _milliseconds(r) or 0])
    return out.getvalue()


def _milliseconds(r: Row) -> int | None:
    return None if r.minutes is None else round(r.minutes * 60_000)


def import_log(learner: Learner, text: str) -> Added:
    """Add the ratings of a log in either form; doing it twice adds nothing.  Raises Refused."""
    given = _read(text)
    steps = {card_id(name): name for step in learner.roadmap.planned for name in learner.names(step)}
    mine = {(r.step, round(r.at.timestamp())) for r in rows(learner)}
    added = known = strange = 0
    with learner.store.write() as c:
        standing = {e.uid for e in evidence.whole(c, learner.id)}
        for row in given:
            step = _step(row, steps, learner)
            uid = hashlib.sha256(f"{step}|{row['at'].timestamp():.3f}|{row['rating']}".encode()).hexdigest()[:32]
            if step is None:
                strange += 1
            elif uid in standing or (learner.today(step), round(row["at"].timestamp())) in mine:
                known += 1
            else:
                detail = {"rating": str(RATINGS[row["rating"]]), "minutes": row["minutes"]}
                evidence.add(c, learner.id, Evidence(uid, step, LOGGED, moment(row["at"]), "", None, detail))
                standing.add(uid)
                added += 1
    return Added(added, known, strange)


def _step(row: Mapping[str, Any], steps: Mapping[int, str], learner: Learner) -> str | None:
    for name in (row["card"], row["step"]):
        if isinstance(name, str) and learner.today(name) in learner.roadmap.planned:
            return name
    return steps.get(int(row["card"])) if str(row["card"]).isdigit() else None


def _read(text: str) -> list[dict[str, Any]]:
    """The ratings of either form as {"card", "step", "at", "rating", "minutes"}."""
    if len(text) > LONGEST:
        raise Refused("unreadable_log", f"This log holds more than {LONGEST // 1_000_000} MB.", "Split it and import the parts.")
    text = text.lstrip("\ufeff \n\r\t")
    try:
        return _from_json(text) if text[:1] in ("[", "{") else _from_csv(text)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError) as e:  # OSError: a time beyond the calendar
        raise Refused(
            "unreadable_log",
            f"This is no review log that FSRS tools write: {type(e).__name__}: {str(e)[:120]}.",
            f"Give a list of ReviewLog objects as JSON, or a table with the columns {', '.join(COLUMNS)}.",
        ) from None


def _from_json(text: str) -> list[dict[str, Any]]:
    found = json.loads(text)
    found = found if isinstance(found, list) else found.get("review_logs", [found])
    given = [json.loads(r) if isinstance(r, str) else r for r in found]
    return [
        _row(r["card_id"], r.get("step"), datetime.fromisoformat(r["review_datetime"]), r["rating"], r.get("review_duration"))
        for r in given
    ]


def _from_csv(text: str) -> list[dict[str, Any]]:
    table = csv.DictReader(io.StringIO(text))
    missing = [c for c in COLUMNS[:3] if c not in (table.fieldnames or ())]
    if missing:
        raise ValueError(f"the column {missing[0]} is missing")
    return [
        _row(
            r["card_id"],
            None,
            datetime.fromtimestamp(int(r["review_time"]) / 1000, UTC),
            r["review_rating"],
            int(r.get("review_duration") or 0) or None,
        )
        for r in table
    ]


def _row(card: Any, step: Any, at: datetime, rating: Any, milliseconds: Any) -> dict[str, Any]:
    if at.tzinfo is None:
        raise ValueError(f"the time {at.isoformat()} says no zone")
    if int(rating) not in RATINGS:
        raise ValueError(f"{rating!r} is no rating; ratings are 1, 2, 3 and 4")
    minutes = None if milliseconds is None else float(milliseconds) / 60_000
    return {"card": card, "step": step, "at": at.astimezone(UTC), "rating": int(rating), "minutes": minutes}

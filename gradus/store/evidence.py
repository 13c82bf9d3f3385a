"""Added facts about a learner and a step: a verdict that counts, a hint used, a solution taken.  Rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Index, Integer, String, Table, func, insert, select

from gradus.store.schema import Moment, Uid, schema
from gradus.store.submissions import submission

evidence = Table(
    "evidence",
    schema,
    Column("id", Integer, primary_key=True),
    Column("uid", Uid, nullable=False, unique=True),
    Column("learner_id", ForeignKey("learner.id"), nullable=False),
    Column("step", String(200), nullable=False),
    # An outcome that counts, "hint", "reveal"; "gave_up" and "review_hint" in a review; of one question asked to find one's place "passed", "failed", "unknown"; "sure" as said before a run.
    Column("fact", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("submission_id", ForeignKey("submission.id")),
    Column("step_hash", String(64), nullable=False),  # of the step as it was then
    Column("detail", JSON, nullable=False),  # of an outcome: source, seed, minutes, mistake; asked afresh: trial, purpose, sitting
    Index("ix_evidence_learner_step", "learner_id", "step", "id"),
)


@dataclass(frozen=True)
class Evidence:
    """One row."""

    uid: str
    step: str
    fact: str
    at: str
    step_hash: str = ""
    submission_id: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


def add(c: Connection, learner_id: int, fact: Evidence) -> None:
    """A new row."""
    values = {"uid": fact.uid, "step": fact.step, "fact": fact.fact, "at": fact.at, "submission_id": fact.submission_id}
    c.execute(insert(evidence), values | {"learner_id": learner_id, "step_hash": fact.step_hash, "detail": dict(fact.detail)})


def whole(c: Connection, learner_id: int) -> list[Evidence]:
    """Every row of a learner, oldest first."""
    e = evidence.c
    query = select(e.uid, e.step, e.fact, e.at, e.step_hash, e.submission_id, e.detail).where(e.learner_id == learner_id).order_by(e.id)
    return [Evidence(*r) for r in c.execute(query)]


def of_trial(c: Connection, learner_id: int, steps: Iterable[str], trial: str) -> list[Evidence]:
    """The rows about one of these step ids that come from that trial, oldest first."""
    e = evidence.c
    query = select(e.uid, e.step, e.fact, e.at, e.step_hash, e.submission_id, e.detail)
    rows = c.execute(query.where(e.learner_id == learner_id, e.step.in_(list(steps))).order_by(e.at, e.id))
    return [row for row in (Evidence(*r) for r in rows) if row.detail.get("trial") == trial]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A row with the seed and the minutes of the submission that it came from."""

    uid: str
    step: str
    fact: str
    at: str
    step_hash: str
    detail: Mapping[str, Any]
    seed: int | None
    minutes: float | None


def attempts(c: Connection, learner_id: int) -> list[Attempt]:
    """Every row of a learner in the order in which things happened: by time, rows of one moment by their names."""
    e, s = evidence.c, submission.c
    query = select(e.uid, e.step, e.fact, e.at, e.step_hash, e.detail, s.seed, s.minutes)
    joined = query.select_from(evidence.outerjoin(submission, submission.c.id == e.submission_id))
    return [Attempt(*r) for r in c.execute(joined.where(e.learner_id == learner_id).order_by(e.at, e.uid))]


@dataclass(frozen=True, slots=True)
class Tally:
    """All evidence of one sort about one step."""

    step: str
    fact: str
    step_hash: str
    count: int
    first: str
    last: str


def tallies(c: Connection, learner_id: int) -> list[Tally]:
    """The evidence of a learner, counted by the database: years of it are still a few rows a step."""
    e = evidence.c
    query = select(e.step, e.fact, e.step_hash, func.count(), func.min(e.at), func.max(e.at)).where(e.learner_id == learner_id)
    return [Tally(*r) for r in c.execute(query.group_by(e.step, e.fact, e.step_hash))]


def newest(c: Connection, learner_id: int) -> int:
    """The largest id of a learner's rows, 0 when there is none."""
    return c.scalar(select(func.max(evidence.c.id)).where(evidence.c.learner_id == learner_id)) or 0

"""Added facts about a learner and a step: a verdict that counts, a hint used, a solution taken.  Rows are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Index, Integer, String, Table, func, insert, select

from gradus.store.schema import Moment, Uid, schema

evidence = Table(
    "evidence",
    schema,
    Column("id", Integer, primary_key=True),
    Column("uid", Uid, nullable=False, unique=True),
    Column("learner_id", ForeignKey("learner.id"), nullable=False),
    Column("step", String(200), nullable=False),
    Column("fact", String(20), nullable=False),  # an outcome that counts, "hint" or "reveal"
    Column("at", Moment, nullable=False),
    Column("submission_id", ForeignKey("submission.id")),
    Column("step_hash", String(64), nullable=False),  # of the step as it was then
    Column("detail", JSON, nullable=False),
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

"""A step asked afresh: on a seed and in a folder of its own, as a review, to find one's place or to test out.  Rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, String, Table, insert, select

from gradus.store.schema import Moment, Uid, schema

trial = Table(
    "trial",
    schema,
    Column("id", Integer, primary_key=True),
    Column("uid", Uid, nullable=False, unique=True),
    Column("learner_id", ForeignKey("learner.id"), nullable=False),
    Column("step", String(200), nullable=False),
    Column("seed", Integer, nullable=False),  # of the first run; each further run has another one, made from it
    Column("purpose", String(20), nullable=False),  # "review" or "place"
    Column("sitting", Uid),  # the sitting that asked, if one did
    Column("question", String(20)),  # the one question of a drill that is asked; None: the whole step
    Column("at", Moment, nullable=False),
    Index("ix_trial_learner_step", "learner_id", "step", "id"),
    sqlite_autoincrement=True,  # an id names a folder and is never used twice
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One row."""

    id: int
    uid: str
    learner_id: int
    step: str
    seed: int
    purpose: str
    sitting: str | None
    question: str | None
    at: str


def add(c: Connection, learner_id: int, row: Trial) -> int:
    """A new row; says its id (that of `row` is not used)."""
    values = {"uid": row.uid, "step": row.step, "seed": row.seed, "purpose": row.purpose, "sitting": row.sitting}
    query = insert(trial).values(learner_id=learner_id, question=row.question, at=row.at, **values).returning(trial.c.id)
    return int(c.scalar(query) or 0)


def whole(c: Connection, learner_id: int) -> list[Trial]:
    """Every row of a learner, oldest first."""
    return [Trial(*r) for r in c.execute(select(*trial.c).where(trial.c.learner_id == learner_id).order_by(trial.c.id))]


def get(c: Connection, learner_id: int, id: int) -> Trial | None:
    """The row with that id, if it is this learner's."""
    row = c.execute(select(*trial.c).where(trial.c.learner_id == learner_id, trial.c.id == id)).one_or_none()
    return Trial(*row) if row else None


def named(c: Connection, learner_id: int, uid: str) -> Trial | None:
    """The row of that name, if it is this learner's."""
    row = c.execute(select(*trial.c).where(trial.c.learner_id == learner_id, trial.c.uid == uid)).one_or_none()
    return Trial(*row) if row else None


def last(c: Connection, learner_id: int, purpose: str, steps: Iterable[str] | None = None) -> Trial | None:
    """The newest row for that purpose, of these step ids if any are given."""
    query = select(*trial.c).where(trial.c.learner_id == learner_id, trial.c.purpose == purpose)
    if steps is not None:
        query = query.where(trial.c.step.in_(list(steps)))
    row = c.execute(query.order_by(trial.c.id.desc()).limit(1)).one_or_none()
    return Trial(*row) if row else None

"""Answers to steps at a time, with their seed.  A row is committed before it is judged and never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    case,
    func,
    insert,
    select,
)  # fmt: skip

from gradus.store.schema import Moment, Uid, schema
from gradus.store.verdicts import verdict

submission = Table(
    "submission",
    schema,
    Column("id", Integer, primary_key=True),
    Column("uid", Uid, nullable=False, unique=True),
    Column("learner_id", ForeignKey("learner.id"), nullable=False),
    Column("step", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("source", String(20), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("files", JSON, nullable=False),
    Column("earlier", JSON, nullable=False),
    Column("unread", Text),  # why the answer could not be read as text, if so; `files` is then empty
    Column("step_hash", String(64), nullable=False),
    Column("engine", String(40), nullable=False),
    Column("trial", Uid),  # the step was asked afresh: in this trial
    Column("minutes", Float),  # from opening the step, or the run before, to handing in; None: unknown
    Index("ix_submission_learner_step", "learner_id", "step", "id"),
    sqlite_autoincrement=True,  # an id is never used twice
)


@dataclass(frozen=True)
class Submitted:
    """One row, with its verdict's body when it has one."""

    id: int
    uid: str
    learner_id: int
    step: str
    at: str
    source: str
    seed: int
    files: Mapping[str, str]
    earlier: Mapping[str, str]
    unread: str | None
    step_hash: str
    engine: str
    trial: str | None = None
    minutes: float | None = None
    verdict: Mapping[str, Any] | None = None
    judged_hash: str | None = None  # the step's hash when it was judged
    judging: str | None = None  # the judging code's
    judged_at: str | None = None
    beside: Mapping[str, Any] | None = None


_columns = [
    *submission.c, verdict.c.body.label("verdict"), verdict.c.step_hash.label("judged_hash"), verdict.c.judging,
    verdict.c.at.label("judged_at"), verdict.c.beside,
]  # fmt: skip
_joined = select(*_columns).select_from(submission.outerjoin(verdict, verdict.c.submission_id == submission.c.id))
_one = _joined.where(submission.c.id == bindparam("id"))  # built once: making a statement takes longer than running it
_add = insert(submission).returning(submission.c.id)


def _read(row: Row[Any]) -> Submitted:
    return Submitted(**row._mapping)


def add(c: Connection, **values: Any) -> int:
    """A new row; the values are the fields of Submitted without id and of what belongs to the verdict."""
    return int(c.scalar(_add, values) or 0)


def get(c: Connection, id: int) -> Submitted | None:
    """The row with that id."""
    row = c.execute(_one, {"id": id}).one_or_none()
    return _read(row) if row else None


def last(c: Connection, learner_id: int, steps: Iterable[str], accepted: bool = False) -> Submitted | None:
    """The newest row for one of these step ids (one step under all its names); with `accepted`, the newest accepted one.

    What was handed in when the step was asked afresh is not looked at: it lies in a folder of its own.
    """
    query = _joined.where(submission.c.learner_id == learner_id, submission.c.step.in_(list(steps)), submission.c.trial.is_(None))
    if accepted:
        query = query.where(verdict.c.outcome == "accepted")
    row = c.execute(query.order_by(submission.c.id.desc()).limit(1)).one_or_none()
    return _read(row) if row else None


def of_steps(c: Connection, learner_id: int, steps: Iterable[str], most: int) -> list[Submitted]:
    """The newest rows of several steps, newest first."""
    mine = _joined.where(submission.c.learner_id == learner_id, submission.c.step.in_(list(steps)))
    return [_read(r) for r in c.execute(mine.order_by(submission.c.id.desc()).limit(most))]


def whole(c: Connection, learner_id: int) -> list[Submitted]:
    """Every row of a learner, oldest first."""
    return [_read(r) for r in c.execute(_joined.where(submission.c.learner_id == learner_id).order_by(submission.c.id))]


def tried(c: Connection, learner_id: int) -> list[str]:
    """The steps with a submission, the one tried last first; being asked afresh is not work on a step."""
    newest, mine = func.max(submission.c.id), (submission.c.learner_id == learner_id, submission.c.trial.is_(None))
    return list(c.scalars(select(submission.c.step).where(*mine).group_by(submission.c.step).order_by(newest.desc())))


def of_trial(c: Connection, learner_id: int, trial: str) -> list[Submitted]:
    """What was handed in in a trial, oldest first."""
    mine = _joined.where(submission.c.learner_id == learner_id, submission.c.trial == trial)
    return [_read(r) for r in c.execute(mine.order_by(submission.c.id))]


def last_at(c: Connection, learner_id: int, steps: Iterable[str] | None, trial: str | None = None) -> str | None:
    """When something was handed in last: in that trial, or outside of all for one of these step ids."""
    query = select(func.max(submission.c.at)).where(submission.c.learner_id == learner_id)
    query = query.where(submission.c.trial.is_(None) if trial is None else submission.c.trial == trial)
    found: str | None = c.scalar(query if steps is None else query.where(submission.c.step.in_(list(steps))))
    return found


def judged_after(c: Connection, learner_id: int, steps: Iterable[str], at: str, outcomes: Iterable[str]) -> bool:
    """Is there a submission to one of these step ids, handed in after `at`, with one of these outcomes?"""
    query = select(submission.c.id).join(verdict, verdict.c.submission_id == submission.c.id)
    mine = query.where(submission.c.learner_id == learner_id, submission.c.step.in_(list(steps)), submission.c.at > at)
    mine = mine.where(submission.c.trial.is_(None))
    return c.scalar(mine.where(verdict.c.outcome.in_([str(o) for o in outcomes])).limit(1)) is not None


def days(c: Connection, learner_id: int, most: int) -> list[tuple[str, int, int]]:
    """(day, accepted, submissions) for the newest days with a submission, oldest first, in UTC."""
    day = func.substr(submission.c.at, 1, 10)
    accepted = func.sum(case((verdict.c.outcome == "accepted", 1), else_=0))
    query = select(day, accepted, func.count()).select_from(submission.outerjoin(verdict, verdict.c.submission_id == submission.c.id))
    rows = c.execute(query.where(submission.c.learner_id == learner_id).group_by(day).order_by(day.desc()).limit(most))
    return [(r[0], int(r[1]), int(r[2])) for r in rows][::-1]


def unjudged(c: Connection, learner_id: int) -> list[tuple[int, str, str]]:
    """(id, step, at) of rows that have no verdict yet, oldest first."""
    query = select(submission.c.id, submission.c.step, submission.c.at).outerjoin(verdict, verdict.c.submission_id == submission.c.id)
    rows = c.execute(query.where(submission.c.learner_id == learner_id, verdict.c.submission_id.is_(None)).order_by(submission.c.id))
    return [(r.id, r.step, r.at) for r in rows]


def waiting(c: Connection, learner_id: int) -> list[int]:
    """Their ids."""
    return [id for id, _, _ in unjudged(c, learner_id)]


def newest(c: Connection) -> int:
    """The largest id, 0 when there is none."""
    return c.scalar(select(func.max(submission.c.id))) or 0


def after(c: Connection, learner_id: int, id: int) -> list[tuple[int, str, str, str]]:
    """(id, step, source, at) of the rows that came after `id`; those of trials are nobody else's business."""
    query = select(submission.c.id, submission.c.step, submission.c.source, submission.c.at)
    mine = query.where(submission.c.learner_id == learner_id, submission.c.id > id, submission.c.trial.is_(None))
    return [(r.id, r.step, r.source, r.at) for r in c.execute(mine.order_by(submission.c.id))]


def uids(c: Connection, learner_id: int) -> dict[str, int]:
    """Id by uid."""
    return {r.uid: r.id for r in c.execute(select(submission.c.uid, submission.c.id).where(submission.c.learner_id == learner_id))}

"""What a learner states: ticks, the goal, minutes a day, sittings begun and ended.  Rows are only added; of each name the newest stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Index, Integer, String, Table, func, insert, select

from gradus.store.schema import Moment, Uid, moment, now, read_moment, schema, uid

statement = Table(
    "statement",
    schema,
    Column("id", Integer, primary_key=True),
    Column("uid", Uid, nullable=False, unique=True),
    Column("learner_id", ForeignKey("learner.id"), nullable=False),
    Column("about", String(20), nullable=False),  # "tick", "goal", "minutes", "sitting"
    Column("name", String(200), nullable=False),  # the track of a tick, the uid of a sitting, else ""
    Column("value", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_statement_learner", "learner_id", "id"),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One row."""

    uid: str
    about: str
    name: str
    value: Any
    at: str


def add(c: Connection, learner_id: int, row: Statement) -> None:
    """A new row, as it is."""
    c.execute(insert(statement).values(uid=row.uid, learner_id=learner_id, about=row.about, name=row.name, value=row.value, at=row.at))


def say(c: Connection, learner_id: int, about: str, name: str, value: Any) -> None:
    """A new row of this moment; never earlier than a row that stands, so that a clock put back does not make it the older one."""
    newest = c.scalar(select(func.max(statement.c.at)).where(statement.c.learner_id == learner_id)) or ""
    at = now()
    if at <= newest:
        at = moment(read_moment(newest) + timedelta(microseconds=1))
    add(c, learner_id, Statement(uid(), about, name, value, at))


def whole(c: Connection, learner_id: int) -> list[Statement]:
    """Every row of a learner in the order in which they were made: by time, rows of one moment by their names."""
    s = statement.c
    query = select(s.uid, s.about, s.name, s.value, s.at).where(s.learner_id == learner_id).order_by(s.at, s.uid)
    return [Statement(*r) for r in c.execute(query)]


def newest(c: Connection, learner_id: int) -> int:
    """The largest id of a learner's rows, 0 when there is none."""
    return c.scalar(select(func.max(statement.c.id)).where(statement.c.learner_id == learner_id)) or 0

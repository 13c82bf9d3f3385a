"""When a learner sat down to a step, so that the minutes of a submission can be told.  Like a seed, a row is replaced by the next."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, String, Table, insert, select, update

from gradus.store.schema import Moment, schema

opening = Table(
    "opening",
    schema,
    Column("learner_id", ForeignKey("learner.id"), primary_key=True),
    Column("place", String(200), primary_key=True),  # a step's id, or "review ID" of a trial
    Column("at", Moment, nullable=False),
)


def get(c: Connection, learner_id: int, place: str) -> str | None:
    """When it was opened, if it was."""
    return c.scalar(select(opening.c.at).where(opening.c.learner_id == learner_id, opening.c.place == place))


def put(c: Connection, learner_id: int, place: str, at: str) -> None:
    """It was opened now."""
    found = c.execute(update(opening).where(opening.c.learner_id == learner_id, opening.c.place == place).values(at=at))
    if not found.rowcount:
        c.execute(insert(opening).values(learner_id=learner_id, place=place, at=at))

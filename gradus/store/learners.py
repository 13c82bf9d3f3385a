"""Who learns here.  A home has one learner until someone adds a second."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, String, Table, insert, select

from gradus.store.schema import Moment, now, schema

learner = Table(
    "learner",
    schema,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("at", Moment, nullable=False),
)


def find(c: Connection, name: str) -> int | None:
    """The id of the learner of that name."""
    return c.scalar(select(learner.c.id).where(learner.c.name == name))


def find_or_add(c: Connection, name: str) -> int:
    """The id of the learner of that name, who is added if missing; call it inside `Store.write`."""
    return find(c, name) or int(c.scalar(insert(learner).values(name=name, at=now()).returning(learner.c.id)) or 0)

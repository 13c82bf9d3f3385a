"""The seed of the next submission of a learner to a step, drawn before the answer is handed in."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, insert, select, update

from gradus.store.schema import Moment, now, schema

seed = Table(
    "seed",
    schema,
    Column("learner_id", ForeignKey("learner.id"), primary_key=True),
    Column("step", String(200), primary_key=True),
    Column("seed", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)


def get(c: Connection, learner_id: int, step: str) -> int | None:
    """The seed that waits, if any."""
    return c.scalar(select(seed.c.seed).where(seed.c.learner_id == learner_id, seed.c.step == step))


def put(c: Connection, learner_id: int, step: str, value: int) -> None:
    """Let `value` be the seed that waits."""
    found = c.execute(update(seed).where(seed.c.learner_id == learner_id, seed.c.step == step).values(seed=value, at=now()))
    if not found.rowcount:
        c.execute(insert(seed).values(learner_id=learner_id, step=step, seed=value, at=now()))

"""The seed of the next submission of a learner to a step, drawn before the answer is handed in."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, bindparam, insert, select, update

from gradus.store.schema import Moment, now, schema

seed = Table(
    "seed",
    schema,
    Column("learner_id", ForeignKey("learner.id"), primary_key=True),
    Column("step", String(200), primary_key=True),
    Column("seed", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)


# Built once: making a statement takes longer than running it.
_one = (seed.c.learner_id == bindparam("whose"), seed.c.step == bindparam("which"))
_get = select(seed.c.seed).where(*_one)
_change = update(seed).where(*_one).values(seed=bindparam("value"), at=bindparam("when"))


def get(c: Connection, learner_id: int, step: str) -> int | None:
    """The seed that waits, if any."""
    return c.scalar(_get, {"whose": learner_id, "which": step})


def put(c: Connection, learner_id: int, step: str, value: int) -> None:
    """Let `value` be the seed that waits."""
    found = c.execute(_change, {"whose": learner_id, "which": step, "value": value, "when": now()})
    if not found.rowcount:
        c.execute(insert(seed), {"learner_id": learner_id, "step": step, "seed": value, "at": now()})

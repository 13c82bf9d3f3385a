"""Verdicts by the hash of all that decides them, so that the same answer on the same seed is not run twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, Connection, String, Table, bindparam, insert, select

from gradus.store.schema import Moment, now, schema

remembered = Table(
    "remembered",
    schema,
    Column("key", String(64), primary_key=True),
    Column("body", JSON, nullable=False),
    Column("at", Moment, nullable=False),
)


_body = select(remembered.c.body).where(remembered.c.key == bindparam("key"))


def get(c: Connection, key: str) -> Mapping[str, Any] | None:
    """The verdict's body under that key."""
    return c.scalar(_body, {"key": key})


def put(c: Connection, key: str, body: Mapping[str, Any]) -> None:
    """Remember it unless it is known."""
    if c.scalar(_body, {"key": key}) is None:
        c.execute(insert(remembered), {"key": key, "body": dict(body), "at": now()})

"""The one MetaData that all tables stand in, and how their columns are spelled."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from sqlalchemy import MetaData, String

schema = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Moment = String(32)  # a time as UTC ISO text with microseconds: sorts as it reads, and is the same in every database
Uid = String(32)  # names a row across homes, so that an import meets what it already has


def now() -> str:
    """This moment as the tables spell it."""
    return moment(datetime.now(UTC))


def moment(at: datetime) -> str:
    """A time as the tables spell it: `2026-01-31T09:00:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def uid() -> str:
    """A name that no other row anywhere has."""
    return uuid.uuid4().hex


def read_moment(text: str) -> datetime:
    """The time that the tables spell so."""
    return datetime.fromisoformat(text)

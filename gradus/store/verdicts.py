"""What was said about a submission, as JSON.  One a submission; the first that is committed stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import numpy as np
from sqlalchemy import JSON, Column, Connection, ForeignKey, Integer, String, Table, bindparam, insert, select

from gradus.store.schema import Moment, schema
from gradus.vocabulary import Mistake, Verdict

verdict = Table(
    "verdict",
    schema,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("body", JSON, nullable=False),
    Column("step_hash", String(64), nullable=False),  # of the step as it was judged
    Column("judging", String(64), nullable=False),  # of the judging code
    Column(
        "beside", JSON, nullable=False
    ),  # {"opened": concepts that became ready, "curves": reported while it ran, "drill": marks by question}
)


_standing = select(verdict.c.submission_id).where(verdict.c.submission_id == bindparam("id"))


def add(c: Connection, submission_id: int, **values: Any) -> bool:
    """Keep a verdict unless one stands already; says whether this one was kept.  Call it inside `Store.write`."""
    if c.scalar(_standing, {"id": submission_id}) is not None:
        return False
    c.execute(insert(verdict), {"submission_id": submission_id, **values})
    return True


def body(v: Verdict) -> dict[str, Any]:
    """A verdict as JSON.  A mistake keeps its id, name and words; its code is left out."""
    found: dict[str, Any] = plain(v)
    return found


def plain(value: Any) -> Any:
    """A value of the vocabulary as JSON; a number that is not finite becomes its name ("nan", "inf", "-inf")."""
    match value:
        case None | bool() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case np.ndarray():
            return plain(value.tolist())
        case np.generic():
            return plain(value.item())
        case int():
            return value if abs(value) < 2**53 else str(value)
        case float():
            return value if math.isfinite(value) else str(value)
        case Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case Sequence() | set() | frozenset() if not isinstance(value, bytes):
            return [plain(v) for v in value]
        case _ if is_dataclass(value):
            hidden = {"files"} if isinstance(value, Mistake) else set()
            return {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name not in hidden}
        case _:
            return str(value)

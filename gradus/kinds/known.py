"""A known answer of a step, and what the proof expects to become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["solution", "starter", "alternative", "mistake", "oracle", "cheat", "mutant"]


@dataclass(frozen=True, slots=True)
class Known:
    """`id` names it in the report; `mistake` is the id by which a mistake must be recognised; `seeds` None means the whole bank."""

    id: str
    role: Role
    files: Mapping[str, str]
    mistake: str | None = None
    note: str = ""  # a mutant's description
    seeds: tuple[int, ...] | None = None

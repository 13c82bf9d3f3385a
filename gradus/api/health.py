"""GET /api/health: is the server well, and behind which wall do answers run?"""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from gradus.api.here import Here
from gradus.condition import condition

router = APIRouter(prefix="/api", tags=["health"])


class HealthOut(BaseModel):
    """The state of this installation."""

    version: str
    wall: str
    families: dict[str, Literal["warm", "cold"]]
    waiting: int
    findings: int


@router.get("/health")
def health(here: Here) -> HealthOut:
    """Version, wall, warm families, submissions not judged yet, faults that the content check found."""
    now = condition(here.learner)
    return HealthOut.model_validate({
        "version": now.version, "wall": now.wall, "families": now.families, "waiting": now.waiting, "findings": now.findings,
    })  # fmt: skip

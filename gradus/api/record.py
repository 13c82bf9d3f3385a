"""GET /api/progress, /api/export and /api/find: the learner's record, and search."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel

from gradus import study
from gradus.api.here import Here
from gradus.export import Export

router = APIRouter(prefix="/api", tags=["record"])


class SolvedRow(BaseModel):
    """A solved step and when it was first accepted."""

    step: str
    title: str
    at: str


class TrackRow(BaseModel):
    """How far a track is; `planned` counts all its steps."""

    id: str
    title: str
    solved: int
    ready: int
    planned: int


class DayRow(BaseModel):
    """What was done on a day (UTC)."""

    day: str
    accepted: int
    submissions: int


class ProgressOut(BaseModel):
    """What was done so far."""

    solved: list[SolvedRow]
    concepts_done: int
    by_track: list[TrackRow]
    last_days: list[DayRow]


class Found(BaseModel):
    """A place where the words occur; `excerpt` is plain text."""

    kind: Literal["concept", "step", "lesson"]
    id: str
    step: str | None = None
    title: str
    excerpt: str


@router.get("/progress")
def progress(here: Here) -> ProgressOut:
    """Solved steps, newest first; tracks in the roadmap's order; the last thirty days with a run."""
    walked = study.progress(here.learner)
    return ProgressOut(
        solved=[SolvedRow(step=s, title=t, at=at) for s, t, at in walked.solved],
        concepts_done=walked.concepts_done,
        by_track=[TrackRow(id=i, title=t, solved=s, ready=r, planned=p) for i, t, s, r, p in walked.tracks],
        last_days=[DayRow(day=d, accepted=a, submissions=n) for d, a, n in walked.days],
    )


@router.get("/export", responses={200: {"model": Export}})
def export(here: Here) -> Response:
    """The whole record as one file; `gradus import FILE` reads it in another home."""
    document = Export.model_validate(study.export(here.learner)).model_dump_json(indent=1)
    return Response(document, media_type="application/json", headers={"content-disposition": 'attachment; filename="gradus-export.json"'})


@router.get("/find")
def find(here: Here, q: Annotated[str, Query(max_length=200)] = "") -> list[Found]:
    """Concepts, steps and lessons in which every word occurs, best first."""
    return [Found(kind=f.kind, id=f.id, step=f.step, title=f.title, excerpt=f.excerpt) for f in study.find(here.learner, q)]

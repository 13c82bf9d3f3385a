"""The learner's record: progress, transcript, export as JSON, CSV and workbook, import; and search."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Query
from fastapi.responses import Response
from pydantic import BaseModel

from gradus import record, study, workbook
from gradus.api.errors import ErrorOut
from gradus.api.here import Here
from gradus.calibration import calibration
from gradus.export import Export, Imported
from gradus.recollection import recollect
from gradus.store.schema import now

router = APIRouter(prefix="/api", tags=["record"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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


class SureRow(BaseModel):
    """Answers in reviews of which one said how sure one was, and how many of them were right."""

    sure: Literal["guess", "think", "know"]
    answers: int
    right: int


class ProgressOut(BaseModel):
    """What was done so far."""

    solved: list[SolvedRow]
    concepts_done: int
    by_track: list[TrackRow]
    last_days: list[DayRow]
    sure: list[SureRow]


class ProvedOut(BaseModel):
    """A line of the transcript.  Only what ran in the box is certified."""

    step: str
    title: str
    concept: str
    track: str
    at: str
    submission: str
    wall: str
    certified: bool
    hints: int
    revealed: bool
    step_hash: str
    judging: str
    engine: str


class TranscriptOut(BaseModel):
    """Accepted answers in the roadmap's order, each with its evidence."""

    learner: str
    at: str
    lines: list[ProvedOut]


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
        sure=[SureRow(**asdict(s)) for s in calibration(recollect(here.learner).attempts)],
    )


@router.get("/export", responses={200: {"model": Export}})
def export(here: Here) -> Response:
    """The whole record as one file; `gradus import FILE` reads it in another home."""
    document = Export.model_validate(study.export(here.learner)).model_dump_json(indent=1)
    return Response(document, media_type="application/json", headers={"content-disposition": 'attachment; filename="gradus-export.json"'})


@router.get("/export.csv", responses={200: {"content": {"text/csv": {}}}})
def table(here: Here) -> Response:
    """The roadmap's table with the learner's proven state, for any spreadsheet."""
    head = {"content-disposition": 'attachment; filename="gradus-roadmap.csv"'}
    return Response("\ufeff" + workbook.as_csv(here.learner), media_type="text/csv; charset=utf-8", headers=head)


@router.get("/export.xlsx", responses={200: {"content": {XLSX: {}}}})
def excel(here: Here) -> Response:
    """The same as an Excel workbook, with every step and a summary that counts by formulas."""
    head = {"content-disposition": 'attachment; filename="gradus-roadmap.xlsx"'}
    return Response(workbook.as_workbook(here.learner), media_type=XLSX, headers=head)


@router.post("/import", responses={413: {"model": ErrorOut}})
def import_(document: Annotated[dict[str, Any], Body()], here: Here) -> Imported:
    """Add what an export holds and this home does not; nothing that is here is changed."""
    return study.import_(here.learner, document)


@router.get("/transcript")
def transcript(here: Here) -> TranscriptOut:
    """What was proved, and by which answer."""
    lines = [ProvedOut(**{**asdict(p), "submission": str(p.submission)}) for p in record.proved(here.learner)]
    return TranscriptOut(learner=here.learner.name, at=now(), lines=lines)


@router.get("/find")
def find(here: Here, q: Annotated[str, Query(max_length=200)] = "") -> list[Found]:
    """Concepts, steps and lessons in which every word occurs, best first."""
    return [Found(kind=f.kind, id=f.id, step=f.step, title=f.title, excerpt=f.excerpt) for f in study.find(here.learner, q)]

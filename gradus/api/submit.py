"""/api/submissions: hand in an answer, then watch what becomes of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from gradus import study
from gradus.api import said
from gradus.api.errors import OF_STREAM, ErrorOut
from gradus.api.here import Here
from gradus.api.runs import follow
from gradus.api.shapes import NamedText
from gradus.api.verdictshapes import RunEvent, SubmissionOut
from gradus.study import Refused

router = APIRouter(prefix="/api/submissions", tags=["submission"], responses={404: {"model": ErrorOut}})


class Submit(BaseModel):
    """An answer: the texts given, or what stands in the workspace when both `files` and `fields` are null."""

    step: str
    files: dict[str, str] | None = None
    fields: dict[str, str] | None = Field(None, description="the typed answers of a drill, by question id")
    seed: int | None = Field(None, description="with `fields`: the seed of the questions that were shown")
    source: Literal["web", "editor", "try", "watch"] = "web"


class Accepted(BaseModel):
    """The submission is committed; its verdict comes as an event."""

    id: str


class Replay(BaseModel):
    """A submission and all that happened to it so far."""

    submission: SubmissionOut
    events: list[RunEvent]
    answer: list[NamedText] = Field(description="what was judged")
    title: str
    step_hash: str = Field(description="of the step's folder as it was judged")
    judging: str = Field(description="of the judging code")
    engine: str


@router.post("", status_code=202, responses={409: {"model": ErrorOut}, 429: {"model": ErrorOut}})
def submit(answer: Submit, here: Here) -> Accepted:
    """Commit an answer and judge it in the background."""
    id = study.hand_in(here.learner, answer.step, answer.files, answer.fields, answer.source, answer.seed)
    here.live.submission(id, here.learner.step(answer.step).id, answer.source)
    here.runs.start(id)
    return Accepted(id=str(id))


@router.post("/{id}/stop", status_code=202, responses={409: {"model": ErrorOut}})
def stop(id: str, here: Here) -> Accepted:
    """End the run: its verdict, which counts nothing, comes as an event like any other."""
    study.stop(here.learner, number(id))
    return Accepted(id=id)


@router.get("/{id}")
def replay(id: str, here: Here) -> Replay:
    """The submission, and its events with the numbers that they had live."""
    row = study.get(here.learner, number(id))
    run = here.runs.known(row.id)
    planned = here.learner.roadmap.planned.get(here.learner.today(row.step))
    return Replay(
        submission=said.submission(row), events=list(run.events) if run else said.events(here.learner, row),
        answer=[NamedText(name=name, text=text) for name, text in row.files.items()], title=planned.title if planned else row.step,
        step_hash=row.judged_hash or row.step_hash, judging=row.judging or "", engine=row.engine,
    )  # fmt: skip


def _exists(id: str, here: Here) -> int:
    """Asked before the stream begins, so that an unknown id is an error and no empty stream."""
    return study.get(here.learner, number(id)).id


@router.get("/{id}/events", response_class=EventSourceResponse, responses=OF_STREAM)
async def events(
    known: Annotated[int, Depends(_exists)], here: Here, last_event_id: Annotated[str | None, Header()] = None
) -> AsyncIterator[RunEvent]:
    """What happens to the submission, as it happens; the stream ends after the verdict."""
    after = int(last_event_id) if last_event_id and last_event_id.isdigit() else -1
    async for event in follow(here.runs, known, after):
        yield ServerSentEvent(data=event, id=str(event.n))  # type: ignore[misc]  # carries a RunEvent, with its number for Last-Event-ID


def number(id: str) -> int:
    """A submission's id from its text.  Raises Refused."""
    if not id.isascii() or not id.isdigit() or len(id) > 15:
        raise Refused("unknown_submission", f"There is no submission {id[:40]!r}.", "Go back to the step.")
    return int(id)

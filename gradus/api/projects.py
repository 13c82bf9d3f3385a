"""/api/projects: the projects, where the learner stands with the stages of one, and its runs."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from gradus import projects, study
from gradus.api import said
from gradus.api.errors import ErrorOut
from gradus.api.here import Here
from gradus.api.shapes import LimitsOut
from gradus.api.submit import Accepted
from gradus.api.verdictshapes import CheckOut, OutcomeOut
from gradus.content.projectfolders import project_folders
from gradus.kinds import KINDS
from gradus.store.submissions import Submitted
from gradus.study import Learner, Refused

router = APIRouter(prefix="/api/projects", tags=["project"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class ProjectBrief(BaseModel):
    """A project in the list."""

    id: str
    title: str
    stages: int
    proved: int


class StageOut(BaseModel):
    """A stage with the checks of its newest run; before one, what will be checked."""

    step: str
    title: str
    state: Literal["planned", "waiting", "running", "proved"]
    submission: str | None = Field(description="its newest run")
    outcome: OutcomeOut | None
    say: str
    claims: list[str] = Field(description="what will be checked")
    checks: list[CheckOut]
    limits: LimitsOut | None = Field(description="of one run; null while it is planned")


class ProjectRun(BaseModel):
    """A line of the run table."""

    submission: str
    step: str
    at: str
    source: str
    outcome: OutcomeOut | None
    seconds: float | None
    files: int
    points: int = Field(description="of its curve: what it reported while it ran")
    changed: list[str] = Field(description="files that differ from the run before it, of whichever stage")


class ProjectOut(BaseModel):
    """The page of a project."""

    id: str
    title: str
    summary: str
    repository: str | None = Field(description="where the learner's own lies, if it is known and still there")
    next: str | None = Field(description="the stage that a run judges")
    stages: list[StageOut]
    runs: list[ProjectRun]


class Try(BaseModel):
    """Which stage to judge; null: the first that is not proved."""

    stage: str | None = None


@router.get("")
def listed(here: Here) -> list[ProjectBrief]:
    """Every project of the curriculum."""
    done, found = study.history(here.learner).accepted_at, project_folders(here.learner.roadmap.folder)
    return [ProjectBrief(id=i, title=p.title, stages=len(p.stages), proved=sum(s in done for s in p.stages)) for i, p in found.items()]


@router.get("/{id}")
def one(id: str, here: Here) -> ProjectOut:
    """A project, its stages and its last runs."""
    me = here.learner
    mine, rows = projects.load(me.roadmap, id), projects.runs(me, id)
    newest: dict[str, Submitted] = {}
    for row in rows:
        newest.setdefault(me.today(row.step), row)
    stages = [_stage(me, s, newest.get(s.step)) for s in projects.stages(me, id)]
    place = projects.remembered(me.home, id)
    following = next((s.step for s in stages if s.state in ("waiting", "running")), None)
    runs = [_run(row, rows[n + 1] if n + 1 < len(rows) else None) for n, row in enumerate(rows)]
    return ProjectOut(
        id=id, title=mine.title, summary=mine.summary, repository=str(place) if place else None, next=following, stages=stages, runs=runs
    )


@router.post("/{id}/runs", status_code=202, responses={429: {"model": ErrorOut}})
def run(id: str, wanted: Try, here: Here) -> Accepted:
    """Hand in the learner's repository as it stands on disk, and judge a stage of it in the background."""
    projects.load(here.learner.roadmap, id)
    place = projects.remembered(here.learner.home, id)
    if place is None:
        raise Refused(
            "no_repository",
            "Your repository of this project is not known here.",
            f"Run `gradus project new {id} DIR`, or `gradus project try` inside yours.",
        )
    step = projects.chosen(here.learner, id, wanted.stage)
    submission = study.hand_in(here.learner, step.id, projects.read(place), source="web")
    here.live.submission(submission, step.id, "web")
    here.runs.start(submission)
    return Accepted(id=str(submission))


def _stage(me: Learner, stage: projects.Stage, row: Submitted | None) -> StageOut:
    step = me.roadmap.ready.get(stage.step)
    claims = list(KINDS[step.kind].present(step, 0)["claims"]) if step else []
    told = said.submission(row) if row else None
    state: Literal["planned", "waiting", "running", "proved"] = (
        "running"
        if told and told.verdict is None
        else "proved"
        if stage.state == "proved"
        else "waiting"
        if stage.state == "open"
        else "planned"
    )
    return StageOut(
        step=stage.step, title=stage.title, state=state, submission=told.id if told else None, outcome=told.outcome if told else None,
        say=told.verdict.say if told and told.verdict else "", claims=claims, checks=told.verdict.checks if told and told.verdict else [],
        limits=LimitsOut(seconds=step.limits.seconds, memory_mb=step.limits.memory_mb) if step else None,
    )  # fmt: skip


def _run(row: Submitted, before: Submitted | None) -> ProjectRun:
    told, old = said.submission(row), before.files if before else {}
    changed = sorted(n for n in {*row.files, *old} if row.files.get(n) != old.get(n)) if before else []
    return ProjectRun(
        submission=told.id, step=row.step, at=told.at, source=told.source, outcome=told.outcome,
        seconds=told.verdict.seconds if told.verdict else None, files=len(row.files), points=len(told.curve), changed=changed[:12],
    )  # fmt: skip

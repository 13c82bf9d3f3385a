"""/api/author/ID: a step while it is written: its page, the linter's findings and the table of its known answers."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from gradus import authoring
from gradus.api.errors import ErrorOut
from gradus.api.here import Here
from gradus.authoring import Table
from gradus.lessons import lesson_html, text_html

router = APIRouter(prefix="/api/author/{id}", tags=["author"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class FindingOut(BaseModel):
    """One sentence of the linter."""

    code: str
    file: str
    line: int
    say: str


class LineOut(BaseModel):
    """What became of one known answer."""

    id: str
    role: str
    ok: bool
    say: str


class TableOfAnswers(BaseModel):
    """Of a quick look, each known answer once, or of a whole proof."""

    whole: bool
    running: bool
    stale: bool = Field(description="the step was saved since")
    lines: list[LineOut]
    problems: list[str]
    mutants: int
    equivalent: int
    drawn: int
    seconds: float


class AuthorOut(BaseModel):
    """One look at the folder."""

    id: str
    title: str
    kind: str
    level: str
    minutes: int | None
    folder: str
    mark: str = Field(description="changes with every save")
    fit: bool = Field(description="whether the step can be run at all")
    lesson_html: str
    hints: list[str]
    starter: str
    findings: list[FindingOut]
    proven: bool = Field(description="proofs.lock holds it as it stands")
    lock: dict[str, int | str]
    table: TableOfAnswers | None


class Mark(BaseModel):
    """Changes with every save."""

    mark: str


class Prove(BaseModel):
    """Which table."""

    whole: bool = False


@router.get("")
def look(id: str, here: Here) -> AuthorOut:
    """The step as it stands on disk now."""
    seen = authoring.look(here.learner, id)
    step, planned = seen.step, here.learner.roadmap.planned[id]
    told = step or planned
    return AuthorOut(
        id=id,
        title=told.title,
        kind=told.kind,
        level=told.level,
        minutes=step.minutes if step else None,
        folder=seen.folder.relative_to(here.learner.roadmap.folder).as_posix(),
        mark=seen.mark,
        fit=step is not None,
        lesson_html=lesson_html(step.lesson) if step else "",
        hints=[text_html(h) for h in step.hints] if step else [],
        starter="\n".join(step.starter.values()) if step else "",
        findings=[FindingOut(code=f.code, file=f.path.removeprefix(f"{seen.folder}/"), line=f.line, say=f.say) for f in seen.findings],
        proven=seen.holds,
        lock=dict(seen.lock),
        table=_table(seen.table, step.hash if step else "") if seen.table else None,
    )


@router.get("/mark")
def mark(id: str, here: Here) -> Mark:
    """Asked every second by an open page."""
    return Mark(mark=authoring.mark(here.learner, id))


@router.post("/prove", status_code=202)
def prove(id: str, what: Prove, here: Here) -> TableOfAnswers:
    """Run the known answers in the background; look again to see how far it is.  Writes nothing."""
    table = authoring.start(here.learner, id, what.whole)
    return _table(table, table.hash)


def _table(t: Table, hash: str) -> TableOfAnswers:
    lines = [LineOut(id=x.id, role=x.role, ok=x.ok, say=x.say) for x in list(t.lines)]
    return TableOfAnswers(
        whole=t.whole, running=t.running, stale=t.hash != hash, lines=lines, problems=list(t.problems), mutants=t.mutants,
        equivalent=t.equivalent, drawn=t.drawn, seconds=t.seconds,
    )  # fmt: skip

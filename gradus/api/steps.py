"""/api/steps/ID: a step's page, its files, its hints, its solution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from gradus import placing, study, workspace
from gradus.api import said
from gradus.api.errors import Conflict, ErrorOut
from gradus.api.files import files_out, names
from gradus.api.here import Here
from gradus.api.roadmap import Teller
from gradus.api.shapes import (
    ConceptRef,
    DrillOut,
    FileOut,
    HintsOut,
    LimitsOut,
    NamedText,
    QuestionOut,
    Ref,
    SqlOut,
    TableOut,
)  # fmt: skip
from gradus.api.stepshapes import RanOut, RunAnswer, StepOut, TableRan
from gradus.api.verdictshapes import FilesSeen
from gradus.kinds import KINDS
from gradus.lessons import lesson_html, line_html, text_html
from gradus.mastery import NOTHING
from gradus.recollection import recollect
from gradus.store import submissions
from gradus.study import Hints, Refused
from gradus.vocabulary import Step

router = APIRouter(prefix="/api/steps/{id}", tags=["step"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class SaveFile(BaseModel):
    """What the page holds of a file, and the hash of what it last saw there."""

    name: str
    text: str
    base_hash: str | None = None


class Saved(BaseModel):
    """The hash of what the file holds now."""

    hash: str


class Revealed(BaseModel):
    """The author's solution."""

    solution: list[NamedText]


@router.get("")
def step(id: str, here: Here) -> StepOut:
    """Open a step: its starter files are written if missing, its next seed is drawn, and what a verdict needs is observed ahead."""
    opened = study.open_step(here.learner, id)
    found, seed, book = opened.step, opened.seed, here.learner.roadmap
    study.prepare_ahead(here.learner, found.id)
    seen = study.overview(here.learner)
    standing = seen.history.standings.get(found.id, NOTHING)
    tell, concept = Teller(here.learner, seen), book.concepts[found.concept]
    with here.learner.store.read() as c:
        last = submissions.last(c, here.learner.id, here.learner.names(found.id))
    onward = study.next_step(here.learner, after=found.id)
    shown = KINDS[found.kind].present(found, seed)
    return StepOut(
        id=found.id,
        title=found.title,
        kind=found.kind,
        level=found.level,
        minutes=found.minutes,
        concept=ConceptRef(id=concept.id, title=concept.title, short=concept.short),
        track=next(Ref(id=t.id, title=t.title) for t in book.tracks if t.id == found.track),
        siblings=[tell.brief(s) for s in concept.steps],
        position=[s.id for s in concept.steps].index(found.id) + 1,
        lesson_html=lesson_html(found.lesson),
        seed=seed,
        limits=LimitsOut(seconds=found.limits.seconds, memory_mb=found.limits.memory_mb),
        files=files_out(here.learner, found),
        hints=_hints(study.hints(here.learner, found.id, seen.history)),
        drill=drill_out(shown) if found.kind == "drill" else None,
        sql=sql_out(shown) if found.kind == "sql" else None,
        shown=shown_out(found.kind, shown),
        gate=seen.gates[found.id].value,
        missing=[Ref(id=s, title=book.planned[s].title) for s in seen.missing(found.id)],
        confirm=[Ref(id=s, title=book.planned[s].title) for s in seen.assumed_before(found.id)],
        challenge=None if standing.accepted else placing.challenge(recollect(here.learner), found.id),
        solved=bool(standing.accepted),
        revealed=standing.revealed,
        last=said.submission(last) if last else None,
        next_step=onward.step.id if onward else None,
        path=str(opened.folder),
        solution=solution_out(study.solution(found, seed)) if standing.accepted or standing.revealed else None,
        runs=study.can_run(found),
    )


def drill_out(shown: Mapping[str, Any]) -> DrillOut:
    """The questions of a run, without their answers."""
    return DrillOut(
        questions=[
            QuestionOut(
                id=q["id"], form=q["form"], ask_html=text_html(q["ask"]), options=[line_html(o) for o in q["options"]], unit=q["unit"],
                names=list(q["names"]), how=q.get("how", ""),
            )
            for q in shown["questions"]
        ]
    )  # fmt: skip


def sql_out(shown: Mapping[str, Any]) -> SqlOut:
    """Engines and example tables of an SQL step."""
    return SqlOut(engines=shown["engines"], tables=[TableOut(**t) for t in shown.get("tables", ())])


def shown_out(kind: str, shown: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a git, program, project or service step shows of its worked example."""
    return dict(shown) if kind in ("git", "program", "project", "service") else None


def _hints(h: Hints) -> HintsOut:
    return HintsOut(shown=[text_html(t) for t in h.shown], total=h.total, next_allowed=h.next_allowed)


def solution_out(files: Mapping[str, str]) -> list[NamedText]:
    """The author's files."""
    return [NamedText(name=name, text=text) for name, text in files.items()]


@router.put("/files", responses={409: {"model": Conflict}})
def save(id: str, change: SaveFile, here: Here) -> Saved:
    """Save a draft.  It is not submitted.  Refused when the file was changed by something else since the page read it."""
    found = here.learner.step(id)
    _known_file(found, change.name)
    if workspace.unreadable({change.name: change.text + "."}):
        raise Refused(
            "unreadable_request",
            "This text cannot stand in a file: it is too long or holds characters that are no text.",
            "Shorten it, then save.",
        )
    here.watcher.saved_by_page(found, change.name, workspace.hash_of(change.text))
    saved = Saved(hash=workspace.save(here.learner.home, found.id, change.name, change.text, change.base_hash))
    here.live.tell(FilesSeen(step=found.id, files=files_out(here.learner, found)))  # the same step may be open in another tab
    return saved


def _known_file(found: Step, name: str) -> None:
    if name not in names(found):
        raise Refused("unknown_file", f"This step has no file {name!r}.", f"Its files are {', '.join(names(found))}.")


@router.post("/reset")
def reset(id: str, here: Here) -> list[FileOut]:
    """Put the starter back; what stood there is kept beside it under a number."""
    study.reset(here.learner, id)
    return files_out(here.learner, here.learner.step(id))


@router.post("/hint")
def hint(id: str, here: Here) -> HintsOut:
    """One more hint; it goes on record, and between two of them lies a run."""
    return _hints(study.hint(here.learner, id))


@router.post("/reveal")
def reveal(id: str, here: Here) -> Revealed:
    """The author's solution; taking it goes on record unless the step is solved."""
    return Revealed(solution=solution_out(study.reveal(here.learner, id)))


@router.post("/run", responses={429: {"model": ErrorOut}})
def run(id: str, answer: RunAnswer, here: Here) -> RanOut:
    """Run an answer without judging it: what it printed, what the last of the further lines gave.  Nothing is counted."""
    ran = study.run(here.learner, id, answer.files, answer.then)
    tables = [TableRan(name=t.name, columns=list(t.columns), rows=[list(r) for r in t.rows]) for t in ran.tables]
    return RanOut(
        say=ran.say, ended=ran.ended, printed=ran.printed, value=ran.value, line=ran.line, trace=ran.trace, tables=tables,
        pictures=list(ran.pictures), seconds=ran.seconds, wall=ran.wall,
    )  # fmt: skip

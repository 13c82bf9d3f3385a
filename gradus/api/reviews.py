"""/api/reviews: what is due, and steps solved again in the real judge."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from gradus import asking, reviewing, reviewlog, study, trial, workspace
from gradus.api import said
from gradus.api.errors import Conflict, ErrorOut
from gradus.api.files import files_in, names
from gradus.api.here import Here, Place
from gradus.api.masteryshapes import EndOut, MovedOut, ReviewOut, ReviewsOut
from gradus.api.plan import concept_ref, ref, reviews_out
from gradus.api.shapes import LimitsOut, NamedText
from gradus.api.steps import Saved, SaveFile, drill_out, shown_out, solution_out, sql_out
from gradus.api.submit import Accepted
from gradus.asking import Asked
from gradus.kinds import KINDS
from gradus.lessons import task_html, text_html
from gradus.recollection import recollect
from gradus.reviews import expected_minutes
from gradus.store.schema import moment
from gradus.study import Refused

router = APIRouter(prefix="/api", tags=["review"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class BeginReview(BaseModel):
    """Which step to review; null: the one that settles most."""

    step: str | None = None


class ReviewAnswer(BaseModel):
    """The answer: texts, or the typed answers of a drill; both null: what stands in the review's folder."""

    files: dict[str, str] | None = None
    fields: dict[str, str] | None = None
    sure: Literal["guess", "think", "know"] | None = Field(None, description="how sure the learner says to be; it changes no rating")


class LogText(BaseModel):
    """A review log in a form of the FSRS tools."""

    text: str = Field(max_length=2_000_000)


class LogAdded(BaseModel):
    """What an import did."""

    added: int
    known: int
    strange: int


def out(here: Place, what: Asked, solution: list[NamedText] | None = None) -> ReviewOut:
    """A review as the page shows it."""
    me, step = here.learner, what.step
    known = recollect(me)
    place = asking.lay_out(me, what)
    shown = KINDS[step.kind].present(step, what.seed)
    return ReviewOut(
        id=what.id,
        step=ref(me, step.id),
        concept=concept_ref(me, step.concept),
        kind=step.kind,
        minutes=expected_minutes(known.graph, known.memory, step.id),
        seed=what.seed,
        task_html=task_html(step.lesson),
        files=files_in(place, step),
        drill=drill_out(shown) if step.kind == "drill" else None,
        sql=sql_out(shown) if step.kind == "sql" else None,
        shown=shown_out(step.kind, shown),
        hints=[text_html(h) for h in what.hints],
        hints_total=len(step.hints),
        limits=LimitsOut(seconds=step.limits.seconds, memory_mb=step.limits.memory_mb),
        runs=len(what.runs),
        last=said.submission(what.runs[-1]) if what.runs else None,
        end=_end(here, what, solution or []) if what.ended else None,
        path=str(place),
    )


def _end(here: Place, what: Asked, solution: list[NamedText]) -> EndOut:
    found = reviewing.ended(here.learner, what.id)
    return EndOut(
        passed=what.ended == "accepted",
        rating=found.rating.value if found.rating else None,
        because=found.because,
        moved=[
            MovedOut(
                step=m.step, title=m.title, recall_before=m.recall[0], recall_after=m.recall[1],
                due_before=moment(m.due[0]) if m.due[0] else None, due_after=moment(m.due[1]),
                gate_before=m.gate[0].value, gate_after=m.gate[1].value, own=m.own,
            )
            for m in found.moved
        ],
        left=reviews_out(here.learner, found.left, None),
        solution=solution,
    )  # fmt: skip


@router.get("/reviews")
def due(here: Here) -> ReviewsOut:
    """What is due by the end of the day, and what to do of it today."""
    known = recollect(here.learner)
    running = reviewing.running(here.learner, known.now)
    return reviews_out(here.learner, reviewing.due(known), running.id if running else None)


@router.post("/reviews")
def begin(wanted: BeginReview, here: Here) -> ReviewOut:
    """Go on with the review that is open, or begin one on a fresh variant."""
    what = reviewing.begin(here.learner, wanted.step)
    study.prepare_review(here.learner, what)
    return out(here, what)


@router.get("/reviews/{id}")
def review(id: int, here: Here) -> ReviewOut:
    """A review as it stands."""
    return out(here, _review(here, id))


def _review(here: Place, id: int) -> Asked:
    what = asking.asked(here.learner, id)
    if what.trial.purpose != trial.REVIEW:
        raise Refused("unknown_review", f"There is no review {id}.", "Go back to the map.")
    return what


@router.put("/reviews/{id}/files", responses={409: {"model": Conflict}})
def save(id: int, change: SaveFile, here: Here) -> Saved:
    """Save a draft in the review's own folder.  Refused when something else changed the file since the page read it."""
    what = _review(here, id)
    if change.name not in names(what.step):
        raise Refused("unknown_file", f"This step has no file {change.name!r}.", f"Its files are {', '.join(names(what.step))}.")
    if workspace.unreadable({change.name: change.text + "."}):
        raise Refused(
            "unreadable_request", "This text cannot stand in a file: it is too long or holds characters that are no text.", "Shorten it."
        )
    place = trial.folder(here.learner, what.trial)
    return Saved(hash=workspace.save_in(place, change.name, change.text, change.base_hash))


@router.post("/reviews/{id}/answer", status_code=202)
def answer(id: int, given: ReviewAnswer, here: Here) -> Accepted:
    """Commit an answer and judge it in the background: follow /api/submissions/ID/events."""
    _review(here, id)
    submission = asking.hand_in(here.learner, id, given.files, given.fields, sure=given.sure)
    here.runs.start(submission)
    return Accepted(id=str(submission))


@router.post("/reviews/{id}/hint")
def hint(id: int, here: Here) -> ReviewOut:
    """One more hint; it makes the review a Hard one."""
    _review(here, id)
    return out(here, asking.hint(here.learner, id))


@router.post("/reviews/{id}/give-up")
def give_up(id: int, here: Here) -> ReviewOut:
    """ "I don't know": the review ends, the solution is shown, and the step is asked again soon."""
    _review(here, id)
    shown = solution_out(asking.give_up(here.learner, id))
    return out(here, asking.asked(here.learner, id), shown)


@router.get("/reviewlog.csv", responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}, response_class=Response)
def log_csv(here: Here) -> Response:
    """Every rating as the FSRS optimiser's table."""
    headers = {"content-disposition": 'attachment; filename="gradus-reviews.csv"'}
    return Response(reviewlog.as_csv(reviewlog.rows(here.learner)), media_type="text/csv", headers=headers)


@router.get("/reviewlog.json", responses={200: {"content": {"application/json": {}}}}, response_class=Response)
def log_json(here: Here) -> Response:
    """Every rating as a list of py-fsrs ReviewLog objects."""
    headers = {"content-disposition": 'attachment; filename="gradus-reviews.json"'}
    return Response(reviewlog.as_json(reviewlog.rows(here.learner)), media_type="application/json", headers=headers)


@router.post("/reviewlog")
def log_import(given: LogText, here: Here) -> LogAdded:
    """Add the ratings of a log; they move dates and prove nothing.  Importing twice adds nothing."""
    done = reviewlog.import_log(here.learner, given.text)
    return LogAdded(added=done.added, known=done.known, strange=done.strange)

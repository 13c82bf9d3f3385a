"""/api/placement: find my place, and test out of a concept."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from pydantic import BaseModel

from gradus import asking, placing
from gradus.api.errors import ErrorOut
from gradus.api.files import files_in
from gradus.api.here import Here
from gradus.api.here import Place as Served
from gradus.api.masteryshapes import LabelCount, PlacedQuestion, PlaceOut, TickOut, TrackTick
from gradus.api.plan import concept_ref, ref
from gradus.api.shapes import Ref
from gradus.api.steps import drill_out, sql_out
from gradus.kinds import KINDS
from gradus.lessons import task_html
from gradus.placement import Label
from gradus.placing import Place
from gradus.study import Learner

router = APIRouter(prefix="/api/placement", tags=["placement"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class BeginSitting(BaseModel):
    """Ticks by track, and what it is about: a concept or a step; "" for the whole roadmap."""

    ticks: dict[str, TickOut] = {}
    about: str = ""


class PlacedAnswer(BaseModel):
    """The answer to the question that is put: its typed text, or the texts of a small step's files."""

    text: str | None = None
    files: dict[str, str] | None = None


class Total(BaseModel):
    """What a sitting would take at most."""

    questions: int
    minutes: float


def out(here: Served, place: Place, unread: str = "") -> PlaceOut:
    """A sitting as the page shows it."""
    me = here.learner
    ready = me.roadmap.ready
    return PlaceOut(
        about=_about(me, place.about),
        running=place.running,
        resumable=place.resumable,
        begun=place.sitting is not None,
        tracks=[
            TrackTick(id=t.id, title=t.title, steps=sum(s.id in ready for c in t.concepts for s in c.steps), tick=_tick(place, t.id))
            for t in me.roadmap.tracks
        ],
        question=_question(here, place),
        answered=place.answered,
        at_most=place.at_most,
        minutes=place.minutes,
        unread=unread,
        labels=_counts(me, place),
        steps={step: label.value for step, label in place.labels.items()},
    )


def _tick(place: Place, track: str) -> TickOut | None:
    return place.ticks[track].value if track in place.ticks else None


def _about(me: Learner, about: str) -> Ref | None:
    if not about:
        return None
    concept = me.roadmap.concepts.get(about)
    return Ref(id=concept.id, title=concept.title) if concept else ref(me, about)


def _counts(me: Learner, place: Place) -> list[LabelCount]:
    found = []
    for t in me.roadmap.tracks:
        n = Counter(place.labels[s.id] for c in t.concepts for s in c.steps if s.id in place.labels)
        if n:
            found.append(LabelCount(id=t.id, title=t.title, assumed=n[Label.ASSUMED], unsure=n[Label.UNSURE], to_learn=n[Label.TO_LEARN]))
    return found


def _question(here: Served, place: Place) -> PlacedQuestion | None:
    what, asked = place.asked, place.question
    if what is None or asked is None:
        return None
    me, step, one = here.learner, what.step, what.trial.question
    shown = KINDS[step.kind].present(step, what.seed)
    questions = drill_out(shown).questions if step.kind == "drill" else []
    return PlacedQuestion(
        number=place.answered + 1,
        step=ref(me, step.id),
        concept=concept_ref(me, step.concept),
        minutes=asked.minutes,
        confirms=asked.confirms,
        reason=asked.reason,
        kind=step.kind,
        seed=what.seed,
        question=next((q for q in questions if q.id == one), None),
        task_html="" if one else task_html(step.lesson),
        files=[] if one else files_in(asking.lay_out(me, what), step),
        sql=sql_out(shown) if step.kind == "sql" else None,
    )


@router.get("")
def place(here: Here) -> PlaceOut:
    """How the last sitting stands, with the question that is put."""
    return out(here, placing.place(here.learner))


@router.get("/total")
def total(here: Here, about: str = "") -> Total:
    """The total, shown beforehand."""
    questions, minutes = placing.ahead(here.learner, about)
    return Total(questions=questions, minutes=minutes)


@router.post("")
def begin(wanted: BeginSitting, here: Here) -> PlaceOut:
    """Begin a sitting, or take up the one that was left."""
    return out(here, placing.begin(here.learner, dict(wanted.ticks), wanted.about))


@router.post("/answer")
def answer(given: PlacedAnswer, here: Here) -> PlaceOut:
    """Answer the question; nothing is said about right or wrong until the sitting ends."""
    found, unread = placing.answer(here.learner, given.text, given.files)
    return out(here, found, unread)


@router.post("/unknown")
def unknown(here: Here) -> PlaceOut:
    """ "I don't know"."""
    return out(here, placing.unknown(here.learner))


@router.post("/stop")
def stop(here: Here) -> PlaceOut:
    """Leave; what was answered counts, and the sitting can be taken up again."""
    return out(here, placing.stop(here.learner))

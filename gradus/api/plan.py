"""/api/plan, /api/goal, /api/minutes and /api/steps/ID/why: what to do today, and the evidence behind it."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from gradus import planning, reviewing
from gradus.api.errors import ErrorOut
from gradus.api.here import Here
from gradus.api.masteryshapes import DueOut, GoalOut, NeedOut, PickOut, PlanOut, RatedOut, RepeatOut, ReviewsOut, WhyOut
from gradus.api.shapes import ConceptRef, NextOut, Ref
from gradus.goals import Path
from gradus.recollection import recollect
from gradus.reviews import Reviews
from gradus.store.schema import moment
from gradus.study import Learner

router = APIRouter(prefix="/api", tags=["plan"], responses={404: {"model": ErrorOut}, 409: {"model": ErrorOut}})


class SetGoal(BaseModel):
    """The concept to reach (or a step of it); null takes the goal back."""

    concept: str | None


class SetMinutes(BaseModel):
    """How long the learner wants to work a day."""

    minutes: int = Field(ge=planning.LEAST, le=planning.MOST)


def ref(learner: Learner, step: str) -> Ref:
    """A step's name, also of one that is gone."""
    plan = learner.roadmap.planned.get(step)
    return Ref(id=step, title=plan.title if plan else step)


def concept_ref(learner: Learner, id: str) -> ConceptRef:
    """A concept's name."""
    found = learner.roadmap.concepts[id]
    return ConceptRef(id=found.id, title=found.title, short=found.short)


def reviews_out(learner: Learner, found: Reviews, open_one: int | None) -> ReviewsOut:
    """The reviews of today."""
    return ReviewsOut(
        today=[
            PickOut(
                step=p.step, title=ref(learner, p.step).title, minutes=p.minutes, refreshes=[ref(learner, s) for s in p.refreshes],
                reason=p.reason,
            )
            for p in found.today
        ],
        due=[
            DueOut(step=d.step, title=ref(learner, d.step).title, due=moment(d.due), recall=d.recall, minutes=d.minutes, assumed=d.assumed)
            for d in found.due
        ],
        minutes=found.minutes,
        backlog=found.backlog,
        say=found.say,
        open=open_one,
    )  # fmt: skip


def goal_out(learner: Learner, concept: str, found: Path, is_set: bool) -> GoalOut:
    """The way to a concept."""
    return GoalOut(
        concept=concept_ref(learner, concept),
        steps=[ref(learner, s) for s in found.steps],
        confirm=[ref(learner, s) for s in found.confirm],
        hours=found.hours,
        days=found.days,
        set=is_set,
    )


@router.get("/plan")
def plan(here: Here) -> PlanOut:
    """One recommended step with its reason, the due reviews with minutes, the way to the goal."""
    me, known = here.learner, recollect(here.learner)
    found = planning.plan(me, known)
    running = reviewing.running(me, known.now)
    step = found.step
    return PlanOut(
        next=NextOut(step=step.step.id, title=step.step.title, reason=step.reason) if step else None,
        confirm=[ref(me, s) for s in found.confirm],
        reviews=reviews_out(me, found.reviews, running.id if running else None),
        goal=goal_out(me, known.goal, found.goal, True) if known.goal and found.goal else None,
        daily_minutes=round(known.daily_minutes),
        placed=known.sitting is not None,
    )


@router.put("/goal")
def set_goal(wanted: SetGoal, here: Here) -> GoalOut | None:
    """Set the goal, or take it back."""
    found = planning.set_goal(here.learner, wanted.concept)
    if found is None or wanted.concept is None:
        return None
    return goal_out(here.learner, planning.known_concept(here.learner, wanted.concept), found, True)


@router.get("/concepts/{id}/path")
def path(id: str, here: Here) -> GoalOut:
    """The shortest valid way to a concept, without making it the goal."""
    known = recollect(here.learner)
    concept = planning.known_concept(here.learner, id)
    return goal_out(here.learner, concept, planning.path(here.learner, concept, known), known.goal == concept)


@router.put("/minutes", status_code=204)
def set_minutes(wanted: SetMinutes, here: Here) -> None:
    """Set the minutes a day."""
    planning.set_minutes(here.learner, wanted.minutes)


@router.get("/steps/{id}/why")
def why(id: str, here: Here) -> WhyOut:
    """The evidence behind a step's mastery and its recommendation."""
    me = here.learner
    found = planning.why(me, id)
    return WhyOut(
        step=ref(me, found.step),
        gate=found.gate.value,
        recall=found.recall,
        stability_days=found.stability_days,
        due=moment(found.due) if found.due else None,
        ratings=[
            RatedOut(at=moment(r.at), rating=r.rating.value, minutes=r.minutes, first=r.first, because=r.because) for r in found.ratings
        ],
        believed=found.believed,
        needs=[NeedOut(**ref(me, s).model_dump(), gate=g.value) for s, g in found.needs],
        repeats=[RepeatOut(**ref(me, s).model_dump(), weight=w) for s, w in found.repeats],
        sentences=list(found.sentences),
    )

"""GET /api/roadmap: the map with the learner's states.  GET /api/concepts/ID: one concept's page."""

from __future__ import annotations

from collections import defaultdict

from fastapi import APIRouter

from gradus import study
from gradus.api.errors import ErrorOut
from gradus.api.here import Here
from gradus.api.shapes import (
    Card,
    ConceptDetail,
    ConceptLink,
    ConceptOut,
    LearnerOut,
    MapOut,
    NextOut,
    ResourceOut,
    StepBrief,
    StepTask,
    Totals,
    TrackOut,
)  # fmt: skip
from gradus.memory import Gate
from gradus.study import Learner, Overview, Refused
from gradus.vocabulary import Concept, PlannedStep

router = APIRouter(prefix="/api", tags=["roadmap"])


class Teller:
    """Turns concepts and steps into what the page is told; looks everything up once."""

    def __init__(self, learner: Learner, seen: Overview) -> None:
        self.ready, self.seen = learner.roadmap.ready, seen
        self.due = {d.step for d in seen.plan.reviews.due}
        self.opens: dict[str, list[str]] = defaultdict(list)
        for c in learner.roadmap.concepts.values():
            for p in c.prerequisites:
                self.opens[p].append(c.id)

    def brief(self, s: PlannedStep) -> StepBrief:
        """A step, planned or ready."""
        step = self.ready.get(s.id)
        told = step or s
        minutes = step.minutes if step else None
        gate = self.seen.gates[s.id] if step else Gate.NONE
        return StepBrief(
            id=s.id, title=told.title, kind=told.kind, level=told.level, minutes=minutes, state=self.seen.steps[s.id].value, gate=gate.value,
            due=s.id in self.due,
        )  # fmt: skip

    def concept(self, c: Concept) -> ConceptOut:
        """A concept with its steps."""
        open_ones = [
            self.seen.gates[s] is Gate.ASSUMED for s in self.seen.needs.counting[c.id] if self.seen.steps[s] not in ("solved", "changed")
        ]
        return ConceptOut(
            id=c.id, title=c.title, short=c.short, prerequisites=list(c.prerequisites), opens=self.opens[c.id],
            state=self.seen.concepts[c.id].value, assumed=bool(open_ones) and all(open_ones), steps=[self.brief(s) for s in c.steps],
        )  # fmt: skip


@router.get("/roadmap")
def roadmap(here: Here) -> MapOut:
    """Everything that the map shows."""
    book, seen = here.learner.roadmap, study.overview(here.learner)
    tell = Teller(here.learner, seen)
    solved = sum(s in ("solved", "changed", "kept") for s in seen.steps.values())
    return MapOut(
        title=book.title,
        learner=LearnerOut(name=here.learner.name),
        totals=Totals(steps=len(seen.steps), ready=len(tell.ready), solved=solved),
        tracks=[TrackOut(id=t.id, title=t.title, short=t.short, concepts=[tell.concept(c) for c in t.concepts]) for t in book.tracks],
        next=NextOut(step=seen.next.step.id, title=seen.next.step.title, reason=seen.next.reason) if seen.next else None,
        cards=[Card.model_validate({"role": n.role, "title": n.step.title, "sub": n.reason, "step": n.step.id}) for n in seen.cards],
    )


@router.get("/concepts/{id}", responses={404: {"model": ErrorOut}})
def concept(id: str, here: Here) -> ConceptDetail:
    """A concept, its neighbours, its steps and the published roadmaps' own links."""
    book = here.learner.roadmap
    found = book.concepts.get(id)
    if found is None:
        raise Refused("unknown_concept", f"There is no concept {id}.", "Look for it on the map.")
    seen = study.overview(here.learner)
    tell = Teller(here.learner, seen)

    def links(ids: list[str]) -> list[ConceptLink]:
        return [ConceptLink(id=i, short=book.concepts[i].short, state=seen.concepts[i].value) for i in ids if i in book.concepts]

    told = tell.concept(found)
    return ConceptDetail(
        **told.model_dump(exclude={"steps"}),
        steps=[StepTask(**tell.brief(s).model_dump(), task=s.task) for s in found.steps],
        track_title=next(t.title for t in book.tracks if t.id == found.track),
        resources=[ResourceOut(title=r.title, url=r.url, doc=r.doc) for r in found.resources if r.url.startswith(("http://", "https://"))],
        needs=links(list(found.prerequisites)),
        opens_list=links(told.opens),
    )

"""What goes over HTTP about mastery: the plan of the day, reviews, placement, the goal, and the evidence behind a step."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from gradus.api.shapes import ConceptRef, DrillOut, FileOut, GateOut, LimitsOut, NamedText, NextOut, QuestionOut, Ref, SqlOut
from gradus.api.verdictshapes import SubmissionOut

LabelOut = Literal["assumed known", "unsure", "to learn"]
RatingOut = Literal["again", "hard", "good"]
TickOut = Literal["never", "some", "solid"]


# ---------------------------------------------------------------- the plan of the day


class DueOut(BaseModel):
    """A review that is due."""

    step: str
    title: str
    due: str = Field(description="UTC")
    recall: float = Field(description="the chance to solve it cold now")
    minutes: float
    assumed: bool = Field(description="placement assumed it; nothing proves it yet")


class PickOut(BaseModel):
    """A review to do today; it may not be due itself, if solving it refreshes several that are."""

    step: str
    title: str
    minutes: float
    refreshes: list[Ref]
    reason: str


class ReviewsOut(BaseModel):
    """The reviews of today."""

    today: list[PickOut]
    due: list[DueOut]
    minutes: float = Field(description="expected, for all that is due")
    backlog: bool = Field(description="more than three days' worth is due: new steps are paused")
    say: str
    open: int | None = Field(description="the review that was begun and not ended")


class GoalOut(BaseModel):
    """The shortest valid way to a concept."""

    concept: ConceptRef
    steps: list[Ref] = Field(description="to do, in an order in which each comes after all that it needs")
    confirm: list[Ref] = Field(description="on the way, assumed known and not proven")
    hours: tuple[float, float]
    days: tuple[int, int]
    set: bool = Field(description="it is the learner's goal")


class PlanOut(BaseModel):
    """What to do today."""

    next: NextOut | None
    confirm: list[Ref] = Field(description="what the next step needs and placement only assumes: check it first")
    reviews: ReviewsOut
    goal: GoalOut | None
    daily_minutes: int
    placed: bool = Field(description="a sitting to find one's place has ended")


class RatedOut(BaseModel):
    """A rating that the judge gave."""

    at: str
    rating: RatingOut
    minutes: float | None
    first: bool
    because: str


class NeedOut(Ref):
    """A direct prerequisite and how far it is proven."""

    gate: GateOut


class RepeatOut(Ref):
    """What solving the step repeats, and how much of it."""

    weight: float


class WhyOut(BaseModel):
    """The evidence behind what is said about a step."""

    step: Ref
    gate: GateOut
    recall: float | None
    stability_days: float | None
    due: str | None
    ratings: list[RatedOut]
    believed: float | None
    needs: list[NeedOut]
    repeats: list[RepeatOut]
    sentences: list[str]


# ---------------------------------------------------------------- a review


class MovedOut(BaseModel):
    """What a review changed about one step."""

    step: str
    title: str
    recall_before: float | None
    recall_after: float
    due_before: str | None
    due_after: str
    gate_before: GateOut
    gate_after: GateOut
    own: bool


class EndOut(BaseModel):
    """The end of a review."""

    passed: bool
    rating: RatingOut | None
    because: str
    moved: list[MovedOut]
    left: ReviewsOut
    solution: list[NamedText]


class ReviewOut(BaseModel):
    """A step asked afresh; the learner's old answer is not shown until it passes."""

    id: int
    step: Ref
    concept: ConceptRef
    kind: str
    minutes: float
    seed: int
    task_html: str
    files: list[FileOut]
    drill: DrillOut | None
    sql: SqlOut | None
    shown: dict[str, Any] | None = Field(description="of a git, program or service step: what its kind shows of the worked example")
    hints: list[str]
    hints_total: int
    limits: LimitsOut
    runs: int
    last: SubmissionOut | None
    end: EndOut | None
    path: str = Field(description="the folder of this review")


# ---------------------------------------------------------------- placement


class PlacedQuestion(BaseModel):
    """What is asked now: one question of a drill, or a small step."""

    number: int
    step: Ref
    concept: ConceptRef
    minutes: float
    confirms: bool
    reason: str
    kind: str
    seed: int
    question: QuestionOut | None
    task_html: str = Field(description="of a small step; empty for a question")
    files: list[FileOut]
    sql: SqlOut | None


class TrackTick(BaseModel):
    """A track and what the learner says about it."""

    id: str
    title: str
    steps: int
    tick: TickOut | None


class LabelCount(BaseModel):
    """How placement labels the steps of a track."""

    id: str
    title: str
    assumed: int
    unsure: int
    to_learn: int


class PlaceOut(BaseModel):
    """How a sitting stands."""

    about: Ref | None = Field(description="the concept or step it is about; null: the whole roadmap")
    running: bool
    resumable: bool
    begun: bool
    tracks: list[TrackTick]
    question: PlacedQuestion | None
    answered: int
    at_most: int
    minutes: float = Field(description="at most, for all questions")
    unread: str = Field("", description="why the answer just given could not be read; it was not counted")
    labels: list[LabelCount]
    steps: dict[str, LabelOut]

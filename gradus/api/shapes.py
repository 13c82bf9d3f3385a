"""What goes over HTTP about the roadmap and its steps: names in snake_case, times as UTC ISO text, ids as text."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

StepStateOut = Literal["planned", "ready", "active", "solved", "changed", "kept"]
ConceptStateOut = Literal["locked", "ready", "active", "done", "planned"]
GateOut = Literal["none", "assumed", "helped", "learned", "mastered"]


# ---------------------------------------------------------------- the map


class StepBrief(BaseModel):
    """A step on the map."""

    id: str
    title: str
    kind: str
    level: str
    minutes: int | None
    state: StepStateOut
    gate: GateOut = Field("none", description="how far it is proven; `assumed` is placement's word alone")
    due: bool = Field(False, description="a review of it is due")


class ConceptOut(BaseModel):
    """A concept on the map; `locked` is advice, not a lock."""

    id: str
    title: str
    short: str
    prerequisites: list[str]
    opens: list[str]
    state: ConceptStateOut
    assumed: bool = Field(False, description="placement assumes what of it is not accepted: it looks different from what is proven")
    steps: list[StepBrief]


class TrackOut(BaseModel):
    """A column heading of the map and what stands under it."""

    id: str
    title: str
    short: str
    concepts: list[ConceptOut]


class LearnerOut(BaseModel):
    """Whose map it is."""

    name: str


class Totals(BaseModel):
    """How many steps the roadmap plans, how many can be done, how many are solved."""

    steps: int
    ready: int
    solved: int


class NextOut(BaseModel):
    """The recommended step and, in one sentence, why."""

    step: str
    title: str
    reason: str


class Card(BaseModel):
    """One of the cards above the map."""

    role: Literal["continue", "due", "review", "start"] = Field(description="due: reviews wait; review: the content of a step changed")
    title: str
    sub: str
    step: str


class MapOut(BaseModel):
    """The whole roadmap with the learner's states."""

    title: str
    learner: LearnerOut
    totals: Totals
    tracks: list[TrackOut]
    next: NextOut | None
    cards: list[Card]


class ResourceOut(BaseModel):
    """A link of one of the published roadmaps."""

    title: str
    url: str
    doc: str


class ConceptLink(BaseModel):
    """A neighbour of a concept."""

    id: str
    short: str
    state: ConceptStateOut


class StepTask(StepBrief):
    """A step with what it asks; for a planned one this is all there is."""

    task: str


class ConceptDetail(ConceptOut):
    """A concept's page."""

    steps: list[StepTask]  # type: ignore[assignment]
    track_title: str
    resources: list[ResourceOut]
    needs: list[ConceptLink]
    opens_list: list[ConceptLink]


# ---------------------------------------------------------------- a step


class FileOut(BaseModel):
    """A file of the workspace; send `hash` back as `base_hash` when you save."""

    name: str
    text: str
    hash: str
    language: str


class NamedText(BaseModel):
    """A file of the author's."""

    name: str
    text: str


class QuestionOut(BaseModel):
    """A question of a drill, without its answer."""

    id: str
    form: Literal["number", "expression", "choice", "order", "matrix"]
    ask_html: str
    options: list[str] = Field(description="HTML, one an option; a choice is answered by its number from 1")
    unit: str
    names: list[str]
    how: str = Field(description="how the answer is typed, in a few words")


class DrillOut(BaseModel):
    """The questions of the waiting seed."""

    questions: list[QuestionOut]


class TableOut(BaseModel):
    """A table of the worked example of an SQL step."""

    name: str
    columns: list[str]
    rows: list[list[Any]]


class SqlOut(BaseModel):
    """On which engines a query is run, and the example's tables."""

    engines: list[str]
    tables: list[TableOut]


class HintsOut(BaseModel):
    """The rungs climbed so far, as HTML."""

    shown: list[str]
    total: int
    next_allowed: bool


class LimitsOut(BaseModel):
    """What a run may use."""

    seconds: float
    memory_mb: int


class Ref(BaseModel):
    """A name with its id."""

    id: str
    title: str


class ConceptRef(Ref):
    """A concept's name with its short form."""

    short: str

"""What goes over HTTP about one step: its page, its files, its hints."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from gradus.api.shapes import ConceptRef, DrillOut, FileOut, GateOut, HintsOut, LimitsOut, NamedText, Ref, SqlOut, StepBrief
from gradus.api.verdictshapes import SubmissionOut


class StepOut(BaseModel):
    """Everything that the page of a step shows."""

    id: str
    title: str
    kind: str
    level: str
    minutes: int
    concept: ConceptRef
    track: Ref
    siblings: list[StepBrief]
    position: int
    lesson_html: str
    seed: int
    limits: LimitsOut
    files: list[FileOut]
    hints: HintsOut
    drill: DrillOut | None
    sql: SqlOut | None
    shown: dict[str, Any] | None = Field(description="of a git, program or service step: what its kind shows of the worked example")
    gate: GateOut
    missing: list[Ref] = Field(description="what it builds on and is neither accepted nor assumed: a soft lock")
    confirm: list[Ref] = Field(description="what it directly needs and placement only assumes")
    challenge: float | None = Field(description="minutes of the short question that a step opens with of which placement is unsure")
    solved: bool
    revealed: bool
    last: SubmissionOut | None
    next_step: str | None
    path: str = Field(description="the workspace folder of the step")
    solution: list[NamedText] | None = Field(description="only when it was solved or taken")
    runs: bool = Field(description="whether the answer is a program that can be run without being judged")


class RunAnswer(BaseModel):
    """A program to run: the texts given, or what stands in the workspace; and lines to run after it."""

    files: dict[str, str] | None = None
    then: str = ""


class TableRan(BaseModel):
    """What a query gave on one engine."""

    name: str
    columns: list[str]
    rows: list[list[Any]]


class RanOut(BaseModel):
    """What was seen of a run that nobody judged.  All of it is text."""

    say: str
    ended: bool
    printed: str
    value: str | None
    line: int | None
    trace: str
    tables: list[TableRan]
    pictures: list[str] = Field(description="PNG in base64")
    seconds: float
    wall: str

"""What goes over HTTP about one step: its page, its files, its hints."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from gradus.api.shapes import ConceptRef, DrillOut, FileOut, HintsOut, LimitsOut, NamedText, Ref, SqlOut, StepBrief
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
    solved: bool
    revealed: bool
    last: SubmissionOut | None
    next_step: str | None
    path: str = Field(description="the workspace folder of the step")
    solution: list[NamedText] | None = Field(description="only when it was solved or taken")

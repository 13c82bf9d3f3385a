"""What goes over HTTP about a submission: its verdict, and the events while it runs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field
from typing_extensions import TypeAliasType

from gradus.api.shapes import FileOut

OutcomeOut = Literal["accepted", "rejected", "malformed", "crashed", "exceeded", "broken"]


class ViewOut(BaseModel):
    """Data for a picture; a number that is not finite is the text "nan", "inf" or "-inf"."""

    name: Literal["lines", "points", "bars", "heat", "matrix-diff", "image-pair", "table-diff", "graph", "requests"]
    data: dict[str, Any]


class CounterOut(BaseModel):
    """The smallest input on which a check fails."""

    probe: str
    called: str
    got: str
    expected: str
    say: str
    view: ViewOut | None


class CheckOut(BaseModel):
    """A claim about the answer; `passed` is null where it could not be asked."""

    name: str
    claim: str
    passed: bool | None
    counter: CounterOut | None


class StepLink(BaseModel):
    """Where to read on."""

    step: str
    title: str


class MistakeOut(BaseModel):
    """The known mistake that the answer shows."""

    id: str
    name: str
    words_html: str
    link: StepLink | None


class DrillMark(BaseModel):
    """What became of one question."""

    id: str
    right: bool
    given: str
    words_html: str
    why_html: str


class VerdictOut(BaseModel):
    """What is said about a submission."""

    outcome: OutcomeOut
    say: str
    checks: list[CheckOut]
    mistake: MistakeOut | None
    advice: str
    line: int | None
    trace: str
    printed: str
    wall: str
    wall_words: str
    seed: int
    seconds: float
    replay: str = Field(description="the command that judges it again")
    drill: list[DrillMark] | None


class SubmissionOut(BaseModel):
    """An answer that was handed in; without a verdict while it is judged."""

    id: str
    step: str
    at: str
    source: str
    outcome: OutcomeOut | None
    verdict: VerdictOut | None
    curve: list[dict[str, float]] = Field(description="what it reported while it ran: displayed, never judged")


# ---------------------------------------------------------------- what happens


class Queued(BaseModel):
    """The submission is committed and waits for its turn."""

    type: Literal["queued"] = "queued"
    n: int
    at: str


class Curve(BaseModel):
    """Numbers that the answer reported while it ran: displayed, never judged."""

    type: Literal["curve"] = "curve"
    n: int
    values: dict[str, float]


class Line(BaseModel):
    """A line about what a long run does, such as a command that was started: displayed, never judged, not kept."""

    type: Literal["line"] = "line"
    n: int
    text: str


class CheckDone(BaseModel):
    """A check was asked."""

    type: Literal["check"] = "check"
    n: int
    name: str
    passed: bool | None


class VerdictReady(BaseModel):
    """The end of a run."""

    type: Literal["verdict"] = "verdict"
    n: int
    submission: SubmissionOut
    opened: list[str] = Field(description="concepts that became ready by it")
    next_step: str | None


class SubmissionSeen(BaseModel):
    """A submission began, from wherever: this page, another tab, an editor, a terminal."""

    type: Literal["submission"] = "submission"
    id: str
    step: str
    source: str


class FilesSeen(BaseModel):
    """Files of a step were changed by something else than a page."""

    type: Literal["files"] = "files"
    step: str
    files: list[FileOut]


RunEvent = TypeAliasType("RunEvent", Annotated[Queued | Curve | Line | CheckDone | VerdictReady, Field(discriminator="type")])
LiveEvent = TypeAliasType("LiveEvent", Annotated[SubmissionSeen | FilesSeen, Field(discriminator="type")])

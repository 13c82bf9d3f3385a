"""Every noun of Gradus, once: frozen values that all other modules pass around.  Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import numpy as np


class Outcome(StrEnum):
    """What became of a submission.  Closed: adding one means a decision note and a look at every `match`."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MALFORMED = "malformed"  # could not be read: syntax, missing function, not text
    CRASHED = "crashed"  # raised where the task asks for a value
    EXCEEDED = "exceeded"  # time, memory or printed text
    BROKEN = "broken"  # our fault; never counts


class Wall(StrEnum):
    """How strongly a submission was locked in, strongest first (docs/sandbox.md)."""

    BOX = "box"
    SHARED_BOX = "shared box"
    FILTER = "filter"
    PROCESS = "process"


class Level(StrEnum):
    """How far a step stands from first contact."""

    INTRO = "intro"
    CORE = "core"
    STRETCH = "stretch"


# ---------------------------------------------------------------- plain values that leave the sandbox


@dataclass(frozen=True, slots=True)
class Tensor:
    """A torch tensor as plain data; bfloat16 and float8 arrive as float32."""

    dtype: str
    data: np.ndarray[Any, Any]
    requires_grad: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A pandas DataFrame as plain data: one list or array a column."""

    columns: Sequence[Any]
    index: Any
    values: Sequence[Any]
    dtypes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Series:
    """A pandas Series as plain data."""

    name: Any
    index: Any
    values: Any
    dtype: str


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that has no plain form: its type's name and how it printed, cut to 200 characters."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception as plain data; `bases` are the class names of its method resolution order, itself first."""

    type: str
    bases: tuple[str, ...]
    message: str
    line: int | None = None  # in the learner's own file
    trace: str = ""  # the learner's own frames only


# ---------------------------------------------------------------- asking and seeing


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use: `seconds` of processor time for all probes together, `memory_mb` of private memory.

    By the clock it may take three times `seconds` and 2 s more: a busy machine is nobody's fault.
    """

    seconds: float = 5.0
    memory_mb: int = 512
    printed_kb: int = 64  # kept; a thousandfold ends the run
    disk_mb: int = 64


@dataclass(frozen=True, slots=True)
class Probe:
    """A question put to the answer while it runs: call `target` ("answer.f" or "probe.f") with these plain values."""

    target: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    shown: str | None = None  # how the call is printed to the learner; None: derived from the values


AGAIN = "again: "  # before the name of a probe that is asked a second time, at the end


@dataclass(frozen=True, slots=True)
class Seen:
    """What came back from one probe: a value, or what was raised; seconds by the judge's clock around the call."""

    value: Any = None
    raised: Raised | None = None
    seconds: float = 0.0
    touched: bool = False  # the answer changed the arguments it was given (the harness's claim)


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why there is no (whole) observation: outcome is malformed, crashed, exceeded or broken."""

    outcome: Outcome
    say: str
    line: int | None = None
    trace: str = ""
    at: str | None = None  # the probe that was running


@dataclass(frozen=True, slots=True)
class Observation:
    """The plain values that came back, by probe name, and what was measured from outside."""

    seen: Mapping[str, Seen] = field(default_factory=dict)
    stopped: Stopped | None = None
    printed: str = ""
    wall: Wall = Wall.PROCESS
    seconds: float = 0.0
    cpu_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the learner hands in: file name to text, as it stands in the workspace folder of the step."""

    files: Mapping[str, str]
    earlier: Mapping[str, str] = field(default_factory=dict)  # step id to the learner's accepted answer (`builds_on`)


# ---------------------------------------------------------------- judging

ViewName = Literal["lines", "points", "bars", "heat", "matrix-diff", "image-pair", "table-diff", "graph", "requests"]


@dataclass(frozen=True, slots=True)
class View:
    """Data for a picture of the counter-example; the name is from a closed list, the look is the page's."""

    name: ViewName
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Miss:
    """A check's finding against one probe: one sentence, and optionally which probe and a view."""

    say: str
    probe: str | None = None
    view: View | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One function of a judge.  `claim` (its docstring) is what the learner reads.

    Each-checks get (got, ideal, probe) for every probe whose name starts with one of `groups`;
    whole-checks get (seen, ideal), two mappings from probe name to value.
    """

    name: str
    claim: str
    run: Callable[..., Miss | None]
    each: bool = True
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judge:
    """A loaded judge.py (or what a kind puts in its place)."""

    probes: Callable[[int], Mapping[str, Probe]]  # seed to probes
    checks: tuple[Check, ...]
    expected: Mapping[str, Any] = field(default_factory=dict)  # literal values by probe name, not from the solution
    may_touch: bool = False  # the answer may change its arguments
    form: bool = True  # show the form gate as a check; a drill's answers were read already


@dataclass(frozen=True, slots=True)
class CounterExample:
    """The smallest failing probe, as text that is already safe to show."""

    probe: str
    called: str
    got: str
    expected: str
    say: str
    view: View | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check after the run; `counter` only when it failed; `passed` is None where it could not be asked."""

    name: str
    claim: str
    passed: bool | None
    counter: CounterExample | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known wrong answer: its id (file stem), its name, the words for the learner, its files."""

    id: str
    name: str
    words: str
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said about a submission.  Never a score."""

    outcome: Outcome
    say: str  # first line: what happened, at most 25 words
    seed: int
    wall: Wall
    checks: tuple[CheckResult, ...] = ()
    mistake: Mistake | None = None
    advice: str = ""  # one next thing to try
    line: int | None = None
    trace: str = ""
    printed: str = ""
    seconds: float = 0.0
    cpu_seconds: float = 0.0


# ---------------------------------------------------------------- content


@dataclass(frozen=True)
class Step:
    """A step whose folder was read.  Heavy or dangerous parts are loaded on demand by what content put here."""

    id: str
    title: str
    kind: str
    level: Level
    minutes: int
    concept: str
    track: str
    folder: Path
    hash: str  # of every file in the folder
    family: str = "numpy"  # which zygote: numpy, sci, torch
    hints: tuple[str, ...] = ()
    limits: Limits = Limits()
    exercises: Mapping[str, float] = field(default_factory=dict)
    builds_on: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    lesson: str = ""  # Markdown
    starter: Mapping[str, str] = field(default_factory=dict)  # workspace file name to text
    solution: Mapping[str, str] = field(default_factory=dict)
    probe: Mapping[str, str | bytes] = field(default_factory=dict)  # sent into the box beside the answer: probe.py, shared helpers, data/
    mistakes: tuple[Mistake, ...] = ()
    alternatives: tuple[Mistake, ...] = ()  # same shape: id, name, words, files
    oracle: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)  # solutions of what it builds on, directly or not, by step id
    load: Callable[[], Any] = field(default=lambda: None, compare=False)  # judge.py -> Judge, drill.py -> Drill; cached


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A line of the roadmap: what a step is to be.  `Roadmap.steps` says whether its folder exists and is sound."""

    id: str
    title: str
    kind: str
    level: Level
    task: str
    oracle: str
    mistakes: tuple[str, ...]
    concept: str
    track: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A link of the seed roadmaps, opened only by the learner."""

    title: str
    url: str
    doc: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing one can know."""

    id: str
    title: str
    short: str  # at most 24 characters, for the map
    track: str
    prerequisites: tuple[str, ...]
    steps: tuple[PlannedStep, ...]
    resources: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A chapter of the roadmap; `short` (at most 15 characters) heads its column on the map."""

    id: str
    title: str
    short: str
    summary: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class SeedItem:
    """A quoted item of a seed row and the steps that answer it."""

    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeedRow:
    """A row of one of the two published roadmaps."""

    doc: str
    section: str
    row: str
    items: tuple[SeedItem, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the linter about one file, with the remedy in the same sentence; `code` is a heading in docs/author.md."""

    code: str
    path: str
    line: int
    say: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code}: {self.say}"


@dataclass(frozen=True)
class Roadmap:
    """All tracks in order, the steps that exist and are sound, and what the linter found."""

    title: str
    tracks: tuple[Track, ...]
    seed_rows: tuple[SeedRow, ...]
    steps: Mapping[str, Step]  # sound folders only, by id
    findings: tuple[Finding, ...]
    folder: Path
    proven: frozenset[str] = frozenset()  # ids whose hash stands in proofs.lock

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """Concept by id, in roadmap order."""
        return {c.id: c for t in self.tracks for c in t.concepts}

    @property
    def planned(self) -> Mapping[str, PlannedStep]:
        """Every step of the roadmap by id, in roadmap order, whether it exists or not."""
        return {s.id: s for t in self.tracks for c in t.concepts for s in c.steps}

    @property
    def ready(self) -> Mapping[str, Step]:
        """What exists for a learner: sound and proven, in roadmap order."""
        return {i: self.steps[i] for i in self.planned if i in self.steps and i in self.proven}

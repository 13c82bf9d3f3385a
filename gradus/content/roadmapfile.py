"""roadmap.yaml as values, with the line of every id; a fault in one entry leaves the others usable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from gradus.vocabulary import Concept, Finding, Level, PlannedStep, Resource, SeedItem, SeedRow, Track

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser reads the whole file in 50 ms, the other in a second
_ID = re.compile(r"^\s*(?:-\s+)?id:\s*['\"]?([^\s'\"#]+)", re.MULTILINE)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Step(_Entry):
    id: str
    title: str
    kind: str
    level: Level
    task: str
    oracle: str
    mistakes: list[str] = []
    offline: str | None = None


class _Resource(_Entry):
    title: str
    url: str
    doc: str


class _Concept(_Entry):
    id: str
    short: str = ""
    title: str
    seed: list[dict[str, str]] = []
    resource_links: int = 0
    optional: bool = False
    resources: list[_Resource] = []
    prerequisites: list[str] = []
    steps: list[Any] = []


class _Track(_Entry):
    id: str
    short: str = ""
    title: str
    summary: str = ""
    concepts: list[Any] = []


class _Row(_Entry):
    doc: str
    section: str
    row: str
    links: int = 0
    link_block: str = ""
    optional: bool = False
    items: list[dict[str, Any]] = []


_Model = TypeVar("_Model", bound=_Entry)


@dataclass(frozen=True)
class RoadmapFile:
    """The file as written: cycles, unknown ids and missing short names are still in it (the rules report them)."""

    path: Path
    title: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)  # id to title
    tracks: tuple[Track, ...] = ()
    seed_rows: tuple[SeedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)  # id to the lines on which it is declared
    text: str = field(default="", repr=False)

    def line(self, entry: str) -> int:
        """Where an id is declared first."""
        return self.lines.get(entry, (1,))[0]

    def line_with(self, needle: str) -> int:
        """The first line in which this stands, not as a part of a longer id, else 1."""
        m = re.search(rf"(?<![\w-]){re.escape(needle)}(?![\w-])", self.text)
        return self.text.count("\n", 0, m.start()) + 1 if m else 1

    def finding(self, code: str, entry: str, say: str, line: int | None = None) -> Finding:
        """A finding about one entry of the file."""
        return Finding(code, str(self.path), line or self.line(entry), say)


def read_roadmapfile(path: Path) -> RoadmapFile:
    """Parse the file; what cannot be used is left out and named in `findings`."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = yaml.load(text, Loader=_Loader)
    except FileNotFoundError:
        say = "roadmap.yaml is missing; write it, or give the folder that holds one with --curriculum."
        return RoadmapFile(path, findings=(Finding("missing-file", str(path), 1, say),))
    except (yaml.YAMLError, UnicodeDecodeError) as e:
        context = str(getattr(e, "context", ""))
        mark = getattr(
            e, "context_mark" if "scanning" in context else "problem_mark", None
        )  # where an open quote begins, not where the file ends
        problem = getattr(e, "problem", None) or str(e)
        return RoadmapFile(
            path,
            findings=(Finding("roadmap", str(path), mark.line + 1 if mark else 1, f"This is not YAML ({problem}); correct this line."),),
        )
    if not isinstance(raw, dict):
        return RoadmapFile(path, findings=(Finding("roadmap", str(path), 1, "The file holds no table; write title: and tracks: in it."),))
    return _Reader(path, text).read(raw)


class _Reader:
    """One pass over the parsed file; collects findings as it goes."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text
        self.findings: list[Finding] = []
        self.lines: dict[str, list[int]] = {}
        line, at = 1, 0
        for m in _ID.finditer(text):
            line += text.count("\n", at, m.start(1))
            at = m.start(1)
            self.lines.setdefault(m[1], []).append(line)

    def read(self, raw: Mapping[str, Any]) -> RoadmapFile:
        tracks = tuple(self._tracks(raw.get("tracks")))
        documents = raw.get("documents") or {}
        titles = {k: str(v.get("title", k)) for k, v in documents.items() if isinstance(v, dict)} if isinstance(documents, dict) else {}
        rows = tuple(self._rows(raw.get("seed_rows") or []))
        return RoadmapFile(self.path, str(raw.get("title", "")), titles, tracks, rows, tuple(self.findings), self.lines, self.text)

    def _valid(self, model: type[_Model], raw: Any, what: str, line: int | None = None) -> _Model | None:
        try:
            return model.model_validate(raw)
        except ValidationError as e:
            name = raw.get("id", raw.get("row", "?")) if isinstance(raw, dict) else "?"
            for fault in e.errors():
                key = ".".join(str(p) for p in fault["loc"]) or "entry"
                at = line or self.lines.get(str(name), [1])[0]
                say = f"{what} {name}: {key}: {fault['msg']}; correct it, the entry is left out until then."
                self.findings.append(Finding("roadmap", str(self.path), at, say))
            return None

    def _tracks(self, raw: Any) -> Iterator[Track]:
        if not isinstance(raw, list) or not raw:
            self.findings.append(Finding("roadmap", str(self.path), 1, "The roadmap has no tracks; list at least one under tracks:."))
            return
        for entry in raw:
            if t := self._valid(_Track, entry, "Track"):
                yield Track(t.id, t.title, t.short, t.summary, tuple(self._concepts(t)))

    def _concepts(self, track: _Track) -> Iterator[Concept]:
        for entry in track.concepts:
            if c := self._valid(_Concept, entry, "Concept"):
                steps = tuple(self._steps(c, track.id))
                links = tuple(Resource(r.title, r.url, r.doc) for r in c.resources)
                yield Concept(c.id, c.title, c.short, track.id, tuple(c.prerequisites), steps, links)

    def _steps(self, concept: _Concept, track: str) -> Iterator[PlannedStep]:
        for entry in concept.steps:
            if s := self._valid(_Step, entry, "Step"):
                yield PlannedStep(s.id, s.title, s.kind, s.level, s.task, s.oracle, tuple(s.mistakes), concept.id, track)

    def _rows(self, raw: Any) -> Iterator[SeedRow]:
        for entry in raw if isinstance(raw, list) else ():
            if r := self._valid(_Row, entry, "Seed row"):
                items = (SeedItem(str(i.get("name", "")), tuple(map(str, i.get("steps") or ()))) for i in r.items)
                yield SeedRow(r.doc, r.section, r.row, tuple(items))

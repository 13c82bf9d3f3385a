"""A whole curriculum as it stands on disk, sound or not: the roadmap's file and a draft of every step's folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gradus.content.cycles import cycles
from gradus.content.draft import Draft, read_draft
from gradus.content.roadmapfile import RoadmapFile, read_roadmapfile
from gradus.kinds.project_files import FILE as PROJECT
from gradus.vocabulary import Concept, PlannedStep

SHARED = "shared"


@dataclass(frozen=True)
class Tree:
    """What the rules look at.  `strays` are folders that are not at the place the roadmap gives them."""

    folder: Path
    roadmap: RoadmapFile
    drafts: Mapping[str, Draft]
    strays: tuple[Path, ...]

    @cached_property
    def planned(self) -> Mapping[str, PlannedStep]:
        """Every step of the roadmap by id, in roadmap order; the first of two with one id counts."""
        found: dict[str, PlannedStep] = {}
        for s in (s for t in self.roadmap.tracks for c in t.concepts for s in c.steps):
            found.setdefault(s.id, s)
        return found

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Every concept by id, in roadmap order; the first of two with one id counts."""
        found: dict[str, Concept] = {}
        for c in (c for t in self.roadmap.tracks for c in t.concepts):
            found.setdefault(c.id, c)
        return found

    def earlier(self, id: str) -> dict[str, str]:
        """The solutions of the steps that a step builds on, by id; what has no folder is left out."""
        return earlier(self.drafts[id], self.drafts.get)

    def hash(self, id: str) -> str:
        """The hash of a step."""
        return with_earlier(self.drafts[id].hash, self.earlier(id))

    @cached_property
    def step_cycles(self) -> Mapping[str, list[tuple[str, ...]]]:
        """The cycles of `builds_on` and of `exercises`, by key, each as `cycles` gives it."""
        named = {i: d.toml for i, d in self.drafts.items() if d.toml}
        return {
            "builds_on": list(cycles({i: t.builds_on for i, t in named.items()})),
            "exercises": list(cycles({i: tuple(t.exercises) for i, t in named.items()})),
        }


def earlier(draft: Draft, find: Callable[[str], Draft | None]) -> dict[str, str]:
    """The solutions of the steps that a step builds on, and of those that they build on, by id."""
    found: dict[str, str] = {}
    todo = [draft]
    while todo:
        toml = todo.pop().toml
        for step in toml.builds_on if toml else ():
            other = find(step)
            if other and other.layout and step not in found and step != draft.id:
                found[step] = other.text(f"solution{other.layout.suffix}")
                todo.append(other)
    return dict(sorted(found.items()))


def with_earlier(own: str, solutions: Mapping[str, str]) -> str:
    """The hash of a step from that of its folder and the solutions that it builds on: its proof ran with them."""
    return hashlib.sha256(json.dumps([own, dict(solutions)]).encode()).hexdigest() if solutions else own


def read_tree(folder: Path) -> Tree:
    """Read everything; runs nothing."""
    roadmap = read_roadmapfile(folder / "roadmap.yaml")
    place = Tree(folder, roadmap, {}, ()).planned
    drafts, strays = {}, []
    for path in _step_folders(folder):
        planned = place.get(path.name)
        if planned and (planned.track, planned.concept, planned.id) == path.relative_to(folder).parts:
            drafts[path.name] = read_draft(path, planned, folder / SHARED)
        else:
            strays.append(path)
    return Tree(folder, roadmap, {i: drafts[i] for i in place if i in drafts}, tuple(strays))


def _step_folders(folder: Path) -> Iterator[Path]:
    """Folders three levels down that hold a file; git leaves empty ones behind, which are nobody's fault."""
    for path in sorted(folder.glob("*/*/*")):
        parts = path.relative_to(folder).parts
        if (path / PROJECT).is_file():  # a project's own folder, beside its stages
            continue
        if parts[0] == SHARED or any(p.startswith(".") or p == "__pycache__" for p in parts) or not path.is_dir():
            continue
        if any(p.is_file() and not p.name.startswith(".") and "__pycache__" not in p.parts for p in path.rglob("*")):
            yield path

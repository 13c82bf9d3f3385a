"""A step's folder as it stands on disk, sound or not: its files, what step.toml says, what the roadmap promises."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from gradus.content.layout import LESSON, WORKED, Layout, layout
from gradus.content.stepfile import StepFile, read_stepfile
from gradus.kinds.project_files import files_of
from gradus.vocabulary import Finding, PlannedStep

# Keys of step.toml that no verdict depends on: what a learner reads beside the task, and what mastery makes of a pass.
BESIDE = {"title", "level", "minutes", "hints", "exercises"}
READ = {LESSON, WORKED}  # files that no verdict depends on either: what is read, and what computes its figures


@dataclass(frozen=True)
class Draft:
    """What a rule looks at.  `files` maps relative paths with / to bytes; `shared` holds the helpers that step.toml names."""

    id: str
    folder: Path
    files: Mapping[str, bytes]
    toml: StepFile | None
    faults: tuple[Finding, ...]  # of step.toml, and files that cannot be read
    planned: PlannedStep | None
    shared: Mapping[str, bytes] = field(default_factory=dict)
    project: Mapping[str, bytes] = field(default_factory=dict)  # the files of the project's folder, for a stage

    def text(self, name: str) -> str:
        """The file as text, "" if it is missing; bytes that are not UTF-8 become U+FFFD (a rule reports them)."""
        return self.files.get(name, b"").decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")

    def finding(self, code: str, name: str, line: int, say: str) -> Finding:
        """A finding about one file of the folder."""
        return Finding(code, str(self.folder / name), max(line, 1), say)

    def line(self, name: str, needle: str) -> int:
        """The first line of a file that holds `needle`, else 1."""
        return next((n for n, row in enumerate(self.text(name).split("\n"), 1) if needle in row), 1)

    def under(self, part: str) -> Iterator[tuple[str, str]]:
        """(relative path, stem) of the files of mistakes/ or alternatives/, by name."""
        suffix = self.layout.suffix if self.layout else ".py"
        for name in sorted(self.files):
            if name.startswith(part + "/") and name.count("/") == 1 and name.endswith(suffix):
                yield name, name.removeprefix(part + "/").removesuffix(suffix)

    def syntax(self, name: str) -> ast.Module | None:
        """The syntax tree of a Python file; None if it is missing or does not parse.  Parsed once."""
        if name not in self._trees:
            try:
                self._trees[name] = ast.parse(self.text(name)) if name in self.files else None
            except (SyntaxError, ValueError):
                self._trees[name] = None
        return self._trees[name]

    @cached_property
    def _trees(self) -> dict[str, ast.Module | None]:
        return {}

    @cached_property
    def layout(self) -> Layout | None:
        """The closed list of names of its kind; None while step.toml cannot be read."""
        return layout(self.toml.kind, self.toml.options) if self.toml else None

    @cached_property
    def hash(self) -> str:
        """sha256 over the sorted paths and bytes of the folder, without what is only read, and of the shared helpers it names; of step.toml only what decides."""
        h = hashlib.sha256()
        named = {n: b for n, b in self.files.items() if n not in READ} | {f"shared/{k}": v for k, v in self.shared.items()}
        named |= {f"project/{k}": v for k, v in self.project.items()}
        if self.toml:
            named["step.toml"] = self._deciding(self.toml)
        for name in sorted(named):
            h.update(f"{name}\0{len(named[name])}\0".encode())
            h.update(named[name])
        return h.hexdigest()

    @staticmethod
    def _deciding(toml: StepFile) -> bytes:
        """The keys that were written and that a verdict may depend on; a key that is new to Gradus changes no step that lacks it."""
        return json.dumps(toml.model_dump(mode="json", exclude=BESIDE, exclude_unset=True), sort_keys=True).encode()


def read_draft(folder: Path, planned: PlannedStep | None, helpers: Path) -> Draft:
    """Read a step's folder; `helpers` is curriculum/shared.  Hidden files and __pycache__ are not part of a step."""
    files: dict[str, bytes] = {}
    faults: list[Finding] = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(p.startswith(".") or p == "__pycache__" for p in parts):
            try:
                files["/".join(parts)] = path.read_bytes()
            except OSError as e:
                faults.append(Finding("not-text", str(path), 1, f"{path.name} cannot be read ({e.strerror}); correct its permissions."))
    toml: StepFile | None = None
    if "step.toml" in files:
        toml, found = read_stepfile(folder / "step.toml", files["step.toml"].decode("utf-8", "replace"))
        faults += found
    shared = {n: (helpers / n).read_bytes() for n in (toml.shared if toml else ()) if (helpers / n).is_file()}
    return Draft(folder.name, folder, files, toml, tuple(faults), planned, shared, _project(folder, toml))


def _project(folder: Path, toml: StepFile | None) -> dict[str, bytes]:
    """The files of the project that a stage belongs to; {} where it names none that is there."""
    name = toml.options.get("project") if toml and toml.kind == "project" else None
    own = folder.parent / name if isinstance(name, str) and re.fullmatch(r"[a-z][a-z0-9-]*", name) else None
    return files_of(own) if own and own.is_dir() else {}

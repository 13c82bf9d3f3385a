"""Where the projects of a curriculum lie: the folders that hold a project.toml, beside the folders of their stages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from gradus.kinds.project_files import FILE


@dataclass(frozen=True)
class ProjectFolder:
    """A project as its project.toml names it; its trees are not read."""

    id: str
    title: str
    folder: Path
    stages: tuple[str, ...]


def project_folders(curriculum: Path) -> dict[str, ProjectFolder]:
    """Every project by id; one whose file cannot be read is left out (its stages report it)."""
    found = {}
    for file in sorted(curriculum.glob(f"*/*/*/{FILE}")):
        try:
            raw = tomllib.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        id, stages = raw.get("id"), raw.get("stages")
        if isinstance(id, str) and isinstance(stages, list):
            found[id] = ProjectFolder(id, str(raw.get("title", id)), file.parent, tuple(map(str, stages)))
    return found

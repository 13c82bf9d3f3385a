"""A step's folder holds no file outside the closed list of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.layout import LAYOUTS
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "unknown-file"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Every file that no list names; while step.toml cannot be read, every file that no kind knows."""
    layouts = [draft.layout] if draft.layout else list(LAYOUTS.values())
    for name in draft.files:
        if not any(layout.allows(name) for layout in layouts):
            kind = f"kind {draft.toml.kind}" if draft.toml else "any kind"
            yield draft.finding(CODE, name, 1, f"{name} is not a file that a step of {kind} has; remove it or move it to data/.")

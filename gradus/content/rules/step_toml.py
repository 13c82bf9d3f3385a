"""step.toml is there, is TOML, and holds the keys and values of the closed list."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "step-toml"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """What reading the file found."""
    if "step.toml" not in draft.files:
        yield draft.finding(CODE, "step.toml", 1, f"step.toml is missing; write it, or start the folder with `gradus new {draft.id}`.")
    yield from draft.faults

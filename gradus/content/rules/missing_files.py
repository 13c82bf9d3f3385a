"""A step's folder holds every file that its kind needs."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "missing-file"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Every file of the list that is not there or is empty, and every shared helper that is not there."""
    if not draft.layout or not draft.toml:
        return
    for name in draft.layout.must:
        if name not in draft.files:
            yield draft.finding(CODE, name, 1, f"{name} is missing; a step of kind {draft.toml.kind} needs it, so write it.")
        elif not draft.files[name].strip():
            yield draft.finding(CODE, name, 1, f"{name} is empty; write it.")
    for helper in draft.toml.shared:
        if helper not in draft.shared:
            line = draft.line("step.toml", "shared")
            yield draft.finding(
                CODE, "step.toml", line, f"shared names {helper}, but curriculum/shared/{helper} does not exist; write it or drop the name."
            )

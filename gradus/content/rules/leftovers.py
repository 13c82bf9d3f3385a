"""Nothing of the scaffold is left: no TODO stands in a step."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "leftover"
MARK = "TODO"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """The first mark of each file."""
    for name in draft.files:
        if not name.startswith(("data/", "starter")) and MARK in draft.text(name):
            yield draft.finding(
                CODE, name, draft.line(name, MARK), f"{MARK} still stands here; write what it asks for and take the mark out."
            )

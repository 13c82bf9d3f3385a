"""What the step's kind itself asks of a folder."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.build import build
from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.kinds import KINDS
from gradus.vocabulary import Finding

CODE = "kind-facts"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """The findings of the kind, under the codes that the kind gives them."""
    step = build(draft)
    yield from KINDS[step.kind].facts(step)

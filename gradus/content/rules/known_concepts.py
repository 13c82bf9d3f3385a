"""The prerequisites of a concept are concepts of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "unknown-concept"


def rule(tree: Tree) -> Iterator[Finding]:
    """Names that the roadmap lacks."""
    for c in tree.concepts.values():
        for p in c.prerequisites:
            if p not in tree.concepts:
                yield tree.roadmap.finding(
                    CODE, c.id, f"{c.id} asks for {p}, which is no concept of the roadmap; correct the id or drop it."
                )

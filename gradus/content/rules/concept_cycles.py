"""The prerequisites of the concepts have no cycle: nobody could begin one."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.cycles import cycles
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "prerequisite-cycle"


def rule(tree: Tree) -> Iterator[Finding]:
    """Every edge that closes one; the reader leaves that edge out until it is mended."""
    for way in cycles({c.id: c.prerequisites for c in tree.concepts.values()}):
        say = f"The prerequisites go round in a circle: {' needs '.join(way)}; drop one of these prerequisites."
        yield tree.roadmap.finding(CODE, way[-2], say)

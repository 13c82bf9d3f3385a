"""roadmap.yaml can be read and every entry has the keys it needs."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "roadmap"


def rule(tree: Tree) -> Iterator[Finding]:
    """What reading the file found."""
    yield from tree.roadmap.findings

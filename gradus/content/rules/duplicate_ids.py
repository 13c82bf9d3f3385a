"""An id stands for one track, one concept or one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "duplicate-id"


def rule(tree: Tree) -> Iterator[Finding]:
    """Every second use."""
    tracks = tree.roadmap.tracks
    concepts = [c for t in tracks for c in t.concepts]
    yield from _twice(tree, "track", [t.id for t in tracks])
    yield from _twice(tree, "concept", [c.id for c in concepts])
    yield from _twice(tree, "step", [s.id for c in concepts for s in c.steps])


def _twice(tree: Tree, what: str, ids: Sequence[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for i in ids:
        if i in seen:
            line = tree.roadmap.lines.get(i, [1])[-1]
            yield tree.roadmap.finding(
                CODE, i, f"The {what} id {i} is used twice; give the second another id (ids are forever, so leave the first).", line
            )
        seen.add(i)

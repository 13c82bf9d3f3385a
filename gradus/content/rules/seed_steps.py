"""Every quoted item of a seed row is answered by steps of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "seed-steps"


def rule(tree: Tree) -> Iterator[Finding]:
    """Items without steps, and step ids that the roadmap lacks."""
    for row in tree.roadmap.seed_rows:
        for item in row.items:
            if not item.steps:
                line = tree.roadmap.line_with(f"name: {item.name}")
                yield tree.roadmap.finding(CODE, "", f"The item {item.name!r} of row {row.row!r} has no step; name at least one.", line)
            for step in item.steps:
                if step not in tree.planned:
                    say = f"The item {item.name!r} of row {row.row!r} names {step}, which is no step of the roadmap; correct the id."
                    yield tree.roadmap.finding(CODE, "", say, tree.roadmap.line_with(step))

"""No step builds on itself or exercises itself by way of others."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "step-cycle"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """The cycles that this step closes; each is reported once, at the step whose line closes it."""
    for key, ways in tree.step_cycles.items():
        for way in ways:
            if way[-2] == draft.id and len(way) > 2:
                line = draft.line("step.toml", way[-1])
                yield draft.finding(CODE, "step.toml", line, f"{key} closes a cycle: {' > '.join(way)}; drop one of these names.")

"""A step says what solving it repeats, if only that it repeats nothing."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "exercises-said"


def rule(draft: Draft, _tree: Tree) -> Iterator[Finding]:
    """step.toml has the key: a pass would refresh nothing because somebody forgot it."""
    if draft.toml and "exercises" not in draft.toml.model_fields_set:
        say = "exercises is not there; name the steps that solving this one repeats, or write exercises = {} if it repeats none."
        yield draft.finding(CODE, "step.toml", 1, say)

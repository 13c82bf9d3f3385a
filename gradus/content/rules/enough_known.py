"""A step knows enough wrong and right answers: 2 mistakes and 1 alternative, 6 and 4 in the tracks that set the standard; a stage 2 mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "enough-known"
STANDARD_TRACKS = {"mathematics", "transformers-llms"}
STANDARD_CONCEPTS = {"subword-tokenisation"}


def minima(track: str, concept: str) -> tuple[int, int]:
    """(mistakes, alternatives) that a code or sql step needs."""
    return (6, 4) if track in STANDARD_TRACKS or concept in STANDARD_CONCEPTS else (2, 1)


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Too few of either."""
    if not draft.toml or not draft.planned or draft.toml.kind == "drill":
        return
    needed = minima(draft.planned.track, draft.planned.concept) if draft.toml.kind != "project" else (2, 0)
    for part, least in zip(("mistakes", "alternatives"), needed, strict=True):
        if (has := len(list(draft.under(part)))) < least:
            yield draft.finding(CODE, part, 1, f"{part}/ holds {has}, and a step here needs {least}; write {least - has} more.")

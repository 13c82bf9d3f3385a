"""judge.py stays within 80 lines: a judge that nobody can read is one that nobody can trust."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "judge-size"
MOST, MOST_STAGE = 80, 240  # of a stage it also draws the documents and tables that it plants faults in


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Its length."""
    most = MOST_STAGE if draft.toml and draft.toml.kind == "project" else MOST
    if (lines := len(draft.text("judge.py").rstrip("\n").split("\n"))) > most:
        yield draft.finding(
            CODE, "judge.py", most + 1, f"judge.py has {lines} lines; cut it to {most}, for example by checks that cover several probes."
        )

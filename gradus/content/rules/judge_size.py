"""judge.py stays within 80 lines: a judge that nobody can read is one that nobody can trust."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "judge-size"
MOST = 80


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Its length."""
    if (lines := len(draft.text("judge.py").rstrip("\n").split("\n"))) > MOST:
        yield draft.finding(
            CODE, "judge.py", MOST + 1, f"judge.py has {lines} lines; cut it to {MOST}, for example by checks that cover several probes."
        )

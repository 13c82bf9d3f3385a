"""Every judge and drill holds a literal expected value, so that a wrong solution cannot prove itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "judge-expected"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """EXPECTED is a dict with something in it."""
    if draft.toml and draft.toml.kind == "project":
        return  # no solution is asked: what is right stands beside each probe, planted by the judge itself
    for name in ("judge.py", "drill.py"):
        if (syntax := draft.syntax(name)) is None:
            continue
        values = [v for target, v in _assignments(syntax) if target == "EXPECTED"]
        if not values:
            say = "There is no EXPECTED; add it with at least one value worked by hand or taken from a book, not from the solution."
            yield draft.finding(CODE, name, 1, say)
        elif isinstance(values[-1], ast.Dict) and not values[-1].keys:
            say = "EXPECTED is empty; put at least one value into it, worked by hand or taken from a book, not from the solution."
            yield draft.finding(CODE, name, values[-1].lineno, say)


def _assignments(syntax: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in syntax.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value

"""Every check of a judge has a docstring: the claim that the learner reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "judge-claims"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Checks without a claim, a claim told twice, a judge without a check."""
    syntax = draft.syntax("judge.py")
    if syntax is None:
        return
    checks = [n for n in syntax.body if isinstance(n, ast.FunctionDef) and any(_is_check(d) for d in n.decorator_list)]
    if not checks:
        yield draft.finding(
            CODE, "judge.py", 1, "judge.py has no check; write a function under @each() or @whole, with its claim as docstring."
        )
    told: set[str] = set()
    for node in checks:
        claim = " ".join((ast.get_docstring(node) or "").split())
        if not claim:
            yield draft.finding(
                CODE,
                "judge.py",
                node.lineno,
                f"{node.name} has no docstring; write the claim that the learner reads, true of a right answer.",
            )
        elif claim in told:
            yield draft.finding(
                CODE, "judge.py", node.lineno, f"{node.name} makes the same claim as a check above; say what this one looks at."
            )
        told.add(claim)


def _is_check(decorator: ast.expr) -> bool:
    if isinstance(decorator, ast.Call):
        decorator = decorator.func
    name = decorator.attr if isinstance(decorator, ast.Attribute) else getattr(decorator, "id", "")
    return name in {"each", "whole"}

"""The task names every function, class and method that the solution makes public."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import task
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "task-names"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Names that a learner could only guess."""
    syntax, asked = draft.syntax("solution.py"), task(draft.text("lesson.md"))
    if not draft.toml or draft.toml.kind != "code" or syntax is None or not asked:
        return
    for line, name in _public(syntax.body):
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked):
            yield draft.finding(
                CODE, "solution.py", line, f"{name} is not named in the task; name it there, or call it _{name} if it is your own helper."
            )


def _public(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node.lineno, node.name
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)

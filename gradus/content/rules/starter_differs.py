"""The starter is not the solution."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from gradus.content.docstring import MARKS
from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "starter-differs"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Equal but for layout and comments."""
    if draft.layout is None:
        return
    suffix = draft.layout.suffix
    starter, solution = f"starter{suffix}", f"solution{suffix}"
    if starter in draft.files and solution in draft.files and _plain(draft, starter) == _plain(draft, solution):
        yield draft.finding(CODE, starter, 1, f"{starter} does what {solution} does; take the part out that the learner is to write.")


def _plain(draft: Draft, name: str) -> str:
    syntax = draft.syntax(name) if name.endswith(".py") else None
    if syntax is not None:
        return ast.dump(syntax)
    mark = MARKS.get(name[name.rindex(".") :], "--")
    rows = (re.split(r"(?:^|\s)" + re.escape(mark) + r"(?:\s|$)", row)[0] for row in draft.text(name).split("\n"))
    return " ".join(" ".join(rows).split()).rstrip("; ").lower()

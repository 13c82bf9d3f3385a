"""judge.py and drill.py parse, and use only what such a file may use."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gradus.content.allowed import DRILL_IMPORTS, JUDGE_IMPORTS, forbidden
from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "judge-imports"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Syntax errors, and imports and names outside the list."""
    for name, imports in (("judge.py", JUDGE_IMPORTS), ("drill.py", DRILL_IMPORTS)):
        if name not in draft.files:
            continue
        try:
            syntax = ast.parse(draft.text(name))
        except (SyntaxError, ValueError) as e:
            line = e.lineno if isinstance(e, SyntaxError) else 1
            yield draft.finding(CODE, name, line or 1, f"{name} does not parse ({getattr(e, 'msg', e)}); correct this line.")
            continue
        for at, say in forbidden(syntax, imports):
            yield draft.finding(CODE, name, at, f"{name} {say}")

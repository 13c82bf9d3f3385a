"""No file that runs beside an answer imports gradus: the box does not have it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "learner-imports"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Imports of gradus outside judge.py and drill.py."""
    for name in draft.files:
        if not name.endswith(".py") or name in ("judge.py", "drill.py") or name.startswith("data/"):
            continue
        for node in ast.walk(draft.syntax(name) or ast.Module([], [])):
            modules = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            if any(m.split(".")[0] == "gradus" for m in modules):
                yield draft.finding(
                    CODE, name, getattr(node, "lineno", 1), f"{name} imports gradus, which is not in the box; drop the import."
                )

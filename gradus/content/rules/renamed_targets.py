"""renamed.toml leads from ids that are gone to ids that exist."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.renamed import NAME, RETIRED, renamed
from gradus.content.tree import Tree
from gradus.content.unreadable import Unreadable
from gradus.vocabulary import Finding

CODE = "renamed"


def rule(tree: Tree) -> Iterator[Finding]:
    """Targets that do not exist, and old ids that still do."""
    path = tree.folder / NAME
    try:
        table = renamed(tree.folder)
    except Unreadable as e:
        yield e.finding
        return
    if not tree.planned:
        return
    rows = path.read_text(encoding="utf-8").split("\n") if table else []
    for old, new in table.items():
        line = next((n for n, row in enumerate(rows, 1) if row.strip().strip('"').startswith(old)), 1)
        if old in tree.planned:
            yield Finding(CODE, str(path), line, f"{old} is renamed to {new}, but roadmap.yaml still has it; drop one of the two.")
        if new != RETIRED and new not in tree.planned:
            yield Finding(
                CODE, str(path), line, f'{old} leads to {new}, which is no step of roadmap.yaml; correct the id, or write "retired".'
            )

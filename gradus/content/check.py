"""Everything the rules find in a curriculum: what `gradus check` prints and what must be gone before a step is proven.

Runs the authors' judge.py and drill.py files (to see that they load and draw), never an answer.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from gradus.content.rules import fit, of_tree, sound
from gradus.content.tree import read_tree
from gradus.vocabulary import Finding


def check(folder: Path, steps: Collection[str] | None = None) -> tuple[Finding, ...]:
    """All findings by file and line; with `steps` only those of these steps' folders (the roadmap's own are left out)."""
    tree = read_tree(folder)
    found = [] if steps is not None else list(of_tree(tree))
    for draft in tree.drafts.values():
        if steps is None or draft.id in steps:
            found += [*sound(draft, tree), *fit(draft, tree)]
    unique = dict.fromkeys((f.path, f.line, f.say, f) for f in found)
    return tuple(dict.fromkeys(f for *_, f in sorted(unique, key=lambda u: u[:3])))

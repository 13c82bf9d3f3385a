"""A step's data/ says where its files come from and under which licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "data-licence"
MOST_BYTES = 2_000_000


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """data/LICENSE with a line about the licence, and files of a size that git can carry."""
    data = {n: b for n, b in draft.files.items() if n.startswith("data/")}
    if data and not re.search(r"licen[cs]e|public domain", draft.text("data/LICENSE"), re.IGNORECASE):
        yield draft.finding(
            CODE, "data/LICENSE", 1, "data/ has no licence line; write data/LICENSE with the source and the licence of every file."
        )
    for name, content in data.items():
        if len(content) > MOST_BYTES:
            yield draft.finding(CODE, name, 1, f"{name} has {len(content) / 1e6:.1f} MB; cut it to 2 MB, or draw the data in PROBES.")

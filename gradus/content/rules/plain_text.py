"""Every file of a step outside data/ is UTF-8 text."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "not-text"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """The first byte of each file that is not text."""
    for name, content in draft.files.items():
        if name.startswith("data/"):
            continue
        try:
            if "\0" in content.decode("utf-8"):
                yield draft.finding(CODE, name, 1, f"{name} holds a zero byte; save it as plain text.")
        except UnicodeDecodeError as e:
            yield draft.finding(
                CODE, name, content.count(b"\n", 0, e.start) + 1, f"{name} is not UTF-8 from this line on; save it as UTF-8."
            )

"""equivalent.toml signs each mutant with its hash and a reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "equivalent-toml"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Entries without hash or reason, entries told twice."""
    if "equivalent.toml" not in draft.files:
        return
    try:
        table = tomllib.loads(draft.text("equivalent.toml"))
    except tomllib.TOMLDecodeError as e:
        yield draft.finding(CODE, "equivalent.toml", 1, f"This is not TOML ({e}); correct it.")
        return
    seen: set[str] = set()
    for n, entry in enumerate(table.get("mutant", []), 1):
        digest = str(entry.get("hash", ""))
        line = draft.line("equivalent.toml", digest) if digest else 1
        if not digest or len(str(entry.get("reason", "")).split()) < 3:
            yield draft.finding(
                CODE, "equivalent.toml", line, f"Mutant {n} lacks its hash or a reason of at least three words; write both."
            )
        elif digest in seen:
            yield draft.finding(CODE, "equivalent.toml", line, f"Mutant {digest} is signed twice; drop one.")
        seen.add(digest)
    if extra := set(table) - {"mutant"}:
        yield draft.finding(CODE, "equivalent.toml", 1, f"{sorted(extra)[0]} is not a key of this file; write [[mutant]] tables only.")

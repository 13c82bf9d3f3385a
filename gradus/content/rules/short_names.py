"""Every track and concept has a short name that fits its place on the map."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "short-name"
CONCEPT, WORD, LINE, TRACK = 24, 14, 15, 15


def rule(tree: Tree) -> Iterator[Finding]:
    """Missing, too long, doubled."""
    seen: dict[str, str] = {}
    for track in tree.roadmap.tracks:
        if say := _fault(track.short, TRACK):
            yield tree.roadmap.finding(CODE, track.id, f"The short name of track {track.id} {say}")
        for c in track.concepts:
            say = _fault(c.short, CONCEPT)
            if not say and len(textwrap.wrap(c.short, LINE, break_on_hyphens=False)) > 2:
                say = f"({c.short!r}) does not fit two lines of {LINE} characters; shorten it."
            if not say and c.short in seen:
                say = f"({c.short!r}) is also that of {seen[c.short]}; give each its own."
            if say:
                yield tree.roadmap.finding(CODE, c.id, f"The short name of {c.id} {say}")
            seen.setdefault(c.short, c.id)


def _fault(short: str, most: int) -> str | None:
    if not short.strip():
        return f"is missing; add short: with at most {most} characters."
    if len(short) > most:
        return f"({short!r}) has {len(short)} characters; cut it to {most}."
    if len(word := max(short.split(), key=len)) > WORD:
        return f"has a word of {len(word)} characters ({word}); words of at most {WORD} fit the card."
    return None

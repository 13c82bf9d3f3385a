"""`::: explorable NAME` in a lesson names an interactive figure that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import line_at
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-explorable"
EXPLORABLES: frozenset[str] = frozenset()  # the names that the web knows, by hand; none is built yet
_CALL = re.compile(r"^:::[ \t]*explorable[ \t]*(.*)$", re.MULTILINE)


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Names that nothing draws."""
    text = draft.text("lesson.md")
    for m in _CALL.finditer(text):
        if m[1].strip() not in EXPLORABLES:
            known = ", ".join(sorted(EXPLORABLES)) or "none is built yet"
            yield draft.finding(
                CODE, "lesson.md", line_at(text, m.start()), f"No explorable is called {m[1].strip()!r} ({known}); correct or drop it."
            )

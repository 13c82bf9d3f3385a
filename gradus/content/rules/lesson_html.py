"""A lesson holds no raw HTML: it is switched off, so the tags would be shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import line_at, prose, without_formulas
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-html"
_TAG = re.compile(r"<(?:!--|/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)")


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Every tag outside code and formulas."""
    text = without_formulas(prose(draft.text("lesson.md")))
    for m in _TAG.finditer(text):
        yield draft.finding(
            CODE, "lesson.md", line_at(text, m.start()), f"{m[0][:40]} is raw HTML; write it in Markdown, or as code in backticks."
        )

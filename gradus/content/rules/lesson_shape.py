"""A lesson has a title, a task, and at most 600 words before it."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import TASK, words_before_task
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-shape"
MOST = 600


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Title, task, length."""
    text = draft.text("lesson.md")
    if not text.strip():
        return
    if not text.startswith("# "):
        yield draft.finding(CODE, "lesson.md", 1, "The first line is not a title; write `# Title` there.")
    if not TASK.search(text):
        yield draft.finding(
            CODE, "lesson.md", text.count("\n"), 'There is no heading "## The task"; add it with every rule that is judged under it.'
        )
    if (words := words_before_task(text)) > MOST:
        yield draft.finding(CODE, "lesson.md", 1, f"{words} words stand before the task; cut them to {MOST}.")

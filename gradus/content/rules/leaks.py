"""No text that is given to a learner tells the solution: no line of it anywhere, no five tokens in a row in a mistake's words."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.docstring import name_and_words
from gradus.content.draft import Draft
from gradus.content.lessontext import task
from gradus.content.solutiontext import runs, squeezed, telling_lines, telling_runs
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "leak"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Lines in lesson, hints, starter and words; runs in words.  With gap = true the lines of the starter are public."""
    if draft.layout is None or draft.toml is None:
        return
    suffix = draft.layout.suffix
    if suffix == ".py" and draft.syntax("solution.py") is None:
        return  # what cannot be parsed cannot be told from its comments; its kind reports it
    solution, starter = draft.text(f"solution{suffix}"), draft.text(f"starter{suffix}")
    public = squeezed(starter) if draft.toml.gap else ""
    lines = [line for line in telling_lines(solution, suffix) if line not in public]
    told = {"lesson.md": draft.text("lesson.md"), "step.toml": "\n".join(draft.toml.hints)}
    if not draft.toml.gap:
        told[f"starter{suffix}"] = starter
    words = {path: "\n".join(name_and_words(draft.text(path), suffix)) for path, _ in draft.under("mistakes")}
    for name, text in {**told, **words}.items():
        flat = squeezed(text)
        for line in lines:
            if line in flat:
                yield draft.finding(
                    CODE, name, _where(draft, name, line), f"{name} tells a line of the solution ({line[:50]}); say it in other words."
                )
    known = set(runs(starter)) | set(runs(task(draft.text("lesson.md"))))
    secret = telling_runs(solution, suffix) - known
    for name, text in words.items():
        if five := next((f for f in runs(text) if f in secret), None):
            yield draft.finding(
                CODE,
                name,
                draft.line(name, five[0]),
                f"{name} tells five tokens of the solution in a row ({' '.join(five)}); say it in words.",
            )


def _where(draft: Draft, name: str, line: str) -> int:
    rows = draft.text(name).split("\n")
    return next((n for n, row in enumerate(rows, 1) if line in squeezed(row)), draft.line(name, line[:12]))

"""The formulas of a lesson and of the hints are closed: dollars, braces, \\left and \\right, environments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import formulas, line_at, prose, without_formulas
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-tex"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """The first fault of each formula."""
    for offset, say in _faults(prose(draft.text("lesson.md"))):
        yield draft.finding(CODE, "lesson.md", line_at(draft.text("lesson.md"), offset), say)
    for hint in draft.toml.hints if draft.toml else ():
        for _, say in _faults(prose(hint)):
            yield draft.finding(CODE, "step.toml", draft.line("step.toml", hint[:30].split("\n")[0].replace("\\", "\\\\")), say)


def _faults(text: str) -> Iterator[tuple[int, str]]:
    if (at := without_formulas(text).find("$")) >= 0:
        yield at, "A $ opens a formula that nothing closes; close it, or write \\$ for the sign."
        return
    for offset, tex in formulas(text):
        if say := _fault(tex):
            yield offset, f"The formula ${' '.join(tex.split())[:40]}$ {say}"


def _fault(tex: str) -> str | None:
    depth = 0
    for m in re.finditer(r"\\.|[{}]", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(m[0], 0)
        if depth < 0:
            return "closes a brace that is not open; drop it."
    if depth:
        return "leaves a brace open; close it."
    left, right = (len(re.findall(rf"\\{w}(?![A-Za-z])", tex)) for w in ("left", "right"))
    if left != right:
        return f"has {left} \\left and {right} \\right; write as many of one as of the other."
    opened: list[str] = []
    for m in re.finditer(r"\\(begin|end)\{(\w+\*?)\}", tex):
        if m[1] == "begin":
            opened.append(m[2])
        elif not opened or opened.pop() != m[2]:
            return f"ends {m[2]} that it did not begin; correct the pair."
    return f"does not end {opened[-1]}; add \\end{{{opened[-1]}}}." if opened else None

"""A lesson's Markdown taken apart for the rules: prose, task, formulas; code is blanked out so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterator

TASK = re.compile(r"^## The task\s*$", re.MULTILINE | re.IGNORECASE)
_FENCE = re.compile(r"^([ ]{0,3})(```+|~~~+)[^\n]*\n.*?(?:^[ ]{0,3}\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_TICKS = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
_DISPLAY = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_INLINE = re.compile(r"\$((?:(?!\n\s*\n)[^$])*)\$", re.DOTALL)


def _blank(m: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", m[0])


def prose(markdown: str) -> str:
    """The text with code and escaped dollars blanked out, each character at its old place."""
    return re.sub(r"\\[$`]", "  ", _TICKS.sub(_blank, _FENCE.sub(_blank, markdown)))


def without_formulas(text: str) -> str:
    """`prose` with its formulas blanked out too."""
    return _INLINE.sub(_blank, _DISPLAY.sub(_blank, text))


def formulas(text: str) -> Iterator[tuple[int, str]]:
    """(offset, TeX) of every formula in `prose`."""
    for m in _DISPLAY.finditer(text):
        yield m.start(), m[1]
    for m in _INLINE.finditer(_DISPLAY.sub(_blank, text)):
        yield m.start(), m[1]


def task(markdown: str) -> str:
    """What stands from the heading "The task" on; "" without one."""
    m = TASK.search(markdown)
    return markdown[m.start() :] if m else ""


def words_before_task(markdown: str) -> int:
    """Words a learner reads before the task; code and displayed formulas do not count, an inline formula is one word."""
    m = TASK.search(markdown)
    text = _DISPLAY.sub(_blank, prose(markdown[: m.start()] if m else markdown))
    text = _INLINE.sub(" x ", text)
    return sum(1 for w in text.split() if re.search(r"\w", w))


def line_at(text: str, offset: int) -> int:
    """The line of a character."""
    return text.count("\n", 0, offset) + 1

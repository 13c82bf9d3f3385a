"""The name and the words at the head of a mistake or an alternative: a docstring, or leading comment lines in other languages."""

from __future__ import annotations

import ast
import inspect
import re

from gradus.kinds.project_files import Unsound, variant

MARKS = {".sql": "--", ".sh": "#", ".cpp": "//", ".java": "//"}  # how a line of comment begins, where there is no docstring
_QUICK = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*(?:\"\"\"([^\\\"]*)\"\"\"|'''([^\\']*)''')")


def name_and_words(text: str, suffix: str) -> tuple[str, str]:
    """First line and the rest, both "" when there is no docstring; of an edit of a repository its `name` and `words`."""
    if suffix == ".toml":
        try:
            known = variant(text)
        except Unsound:
            return "", ""
        return known.name, known.words
    doc = _comments(text, MARKS[suffix]) if suffix in MARKS else _docstring(text)
    first, _, rest = inspect.cleandoc(doc).partition("\n")
    return first.strip(), rest.strip()


def _docstring(text: str) -> str:
    if m := _QUICK.match(text):
        return m[1] or m[2] or ""
    try:
        return ast.get_docstring(ast.parse(text)) or ""
    except (SyntaxError, ValueError):
        return ""


def _comments(text: str, mark: str) -> str:
    lines = []
    for line in text.lstrip("\n").split("\n"):
        if line.startswith("#!"):
            continue
        if not line.lstrip().startswith(mark):
            break
        lines.append(line.lstrip()[len(mark) :].removeprefix(" "))
    return "\n".join(lines)

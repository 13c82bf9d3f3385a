"""What of a solution must not be told: its lines and its runs of five tokens, without what every answer has in common."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from gradus.content.docstring import MARKS

RUN = 5
SHORT = 20
_TOKEN = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?|[^\s\w]")
_PYTHON_TRIVIAL = re.compile(r"(?:import|from|def|async def|class|@|raise|if __name__|else:|try:|except|with torch\.no_grad)\b|@")
_TRIVIAL = {
    ".sql": re.compile(r"(?:FROM|WITH)\b", re.IGNORECASE),
    ".sh": re.compile(r"(?:cd|echo|git (?:status|log|add|switch|checkout)|set -)\b"),
    ".cpp": re.compile(r"(?:(?:\} else )?if \(command|#include|using|int main|return|struct|std::ios|for \(|while \()"),
    ".java": re.compile(r"(?:import|package|public (?:final |static )*(?:class|void|record)|return|for \(|while \()"),
}


def _code(text: str, suffix: str) -> list[str]:
    """The lines of code without comments and docstrings, blanks squeezed."""
    lines = text.split("\n")
    if suffix in MARKS:
        comment = re.compile(r"(?:^|\s)" + re.escape(MARKS[suffix]) + r"(?:\s|$).*")
        return [" ".join(comment.sub("", line).split()) for line in lines]
    try:
        tree = ast.parse(text)
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (SyntaxError, ValueError, tokenize.TokenError):
        return [" ".join(line.split()) for line in lines]
    for t in tokens:
        if t.type == tokenize.COMMENT:
            row, col = t.start
            lines[row - 1] = lines[row - 1][:col]
    for node in ast.walk(tree):
        if (
            isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            and ast.get_docstring(node, clean=False) is not None
        ):
            doc = node.body[0]
            for n in range(doc.lineno - 1, doc.end_lineno or doc.lineno):
                lines[n] = ""
    return [" ".join(line.split()) for line in lines]


def telling_lines(text: str, suffix: str) -> list[str]:
    """Lines of at least 20 characters that are not trivial (imports, signatures, raise)."""
    trivial = _TRIVIAL.get(suffix, _PYTHON_TRIVIAL)
    return [c for c in dict.fromkeys(_code(text, suffix)) if len(c) >= SHORT and not trivial.match(c)]


def squeezed(text: str) -> str:
    """A text as `telling_lines` are written, to search them in it."""
    return " ".join(text.split())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of five tokens that holds at least three words or numbers."""
    tokens = _TOKEN.findall(text)
    for i in range(len(tokens) - RUN + 1):
        five = tuple(tokens[i : i + RUN])
        if sum(1 for t in five if t[0].isalnum() or t[0] == "_") >= 3:
            yield five


def telling_runs(text: str, suffix: str) -> set[tuple[str, ...]]:
    """The runs of a solution's code, line by line, signatures and imports left out."""
    trivial = _TRIVIAL.get(suffix, _PYTHON_TRIVIAL)
    return {five for line in _code(text, suffix) if not trivial.match(line) for five in runs(line)}

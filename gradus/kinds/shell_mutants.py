"""Small faults planted into a file of shell commands: a command left out, an option left out, a line of a here-document left out.

Reads lines, not the language: what bash then cannot read is turned away like any other fault.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from gradus.kinds.python_mutants import Mutant

HEREDOC = re.compile(r"<<-?\s*(['\"]?)(\w+)\1")
OPTION = re.compile(r"(?<=\s)--?[a-zA-Z][\w-]*(?==|\s|$)")


def mutants(source: str) -> list[Mutant]:
    """Every fault once, in the order of the file."""
    lines = source.split("\n")
    found: dict[str, Mutant] = {}
    for begin, end in _commands(lines):
        for at, what, text in _faults(lines, begin, end):
            mark = hashlib.sha256(f"{what}\0{text}".encode()).hexdigest()[:12]
            found.setdefault(mark, Mutant(mark, at + 1, what, text))
    return list(found.values())


def _commands(lines: list[str]) -> Iterator[tuple[int, int]]:
    """(first, last) line of each command: continued lines and here-documents belong to it."""
    i = 0
    while i < len(lines):
        begin = i
        if not lines[i].strip() or lines[i].lstrip().startswith("#"):
            i += 1
            continue
        while lines[i].endswith("\\") and i + 1 < len(lines):
            i += 1
        if m := HEREDOC.search(lines[i]):
            while i + 1 < len(lines) and lines[i].strip() != m[2]:
                i += 1
        yield begin, i
        i += 1


def _faults(lines: list[str], begin: int, end: int) -> Iterator[tuple[int, str, str]]:
    def without(a: int, b: int) -> str:
        return "\n".join([*lines[:a], *lines[b + 1 :]])

    yield begin, f"leaves out: {lines[begin].strip()[:60]}", without(begin, end)
    for m in OPTION.finditer(lines[begin]):
        text = (lines[begin][: m.start()] + lines[begin][m.end() :]).replace("  ", " ")
        yield begin, f"leaves out {m[0]} in: {lines[begin].strip()[:60]}", "\n".join([*lines[:begin], text, *lines[begin + 1 :]])
    if HEREDOC.search(lines[begin]) and end > begin:
        for i in range(begin + 1, end):
            if lines[i].strip():
                yield i, f"leaves out the line: {lines[i].strip()[:60]}", without(i, i)

"""Small faults planted into C++ or Java text: operators, constants, types, and statements left out.

Works on tokens, not on the language: operators count where they stand between spaces, so that `vector<int>` is left alone.  What does
not compile any more is turned away like any other fault.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from gradus.kinds.python_mutants import Mutant

SKIP = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|^[ \t]*(?:#|import |using |package )[^\n]*", re.DOTALL | re.MULTILINE
)
OPERATORS = {
    " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ", " || ": " && ", " + ": " - ",
    " - ": " + ", " * ": " / ", " / ": " * ", " % ": " / ", " += ": " -= ", " -= ": " += ",
}  # fmt: skip
WORDS = {
    "true": "false", "false": "true", "double": "float", "long long": "int", "int64_t": "int32_t", "long": "int", "lower_bound": "upper_bound",
    "upper_bound": "lower_bound", "min": "max", "max": "min", "break": "", "continue": "", "less": "greater", "greater": "less",
    "stable_sort": "sort",
}  # fmt: skip
OPERATOR = re.compile("|".join(re.escape(o) for o in sorted(OPERATORS, key=len, reverse=True)))
WORD = re.compile(r"(?<![\w.:])(?:std::|Math\.)?(" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")\b(?!\s*<)")
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
STATEMENT = re.compile(
    r"^[ \t]+(?!return\b|else\b|if\b|for\b|while\b)[\w.\[\]()>-]*(?:\+\+|--|\w\(|\s?[+*/-]?=(?!=)).*;[ \t]*$", re.MULTILINE
)


def mutants(source: str) -> list[Mutant]:
    """Every fault once, in the order of the file."""
    hidden = [(m.start(), m.end()) for m in SKIP.finditer(source)]
    found: dict[str, Mutant] = {}
    for begin, end, new, what in sorted(_faults(source), key=lambda f: f[0]):
        if any(a < end and begin < b for a, b in hidden):
            continue
        line = source.count("\n", 0, begin) + 1
        row = source.split("\n")[line - 1].strip()[:60]
        text = source[:begin] + new + source[end:]
        mark = hashlib.sha256(f"{what}\0{row}\0{begin - source.rfind(chr(10), 0, begin)}\0{text}".encode()).hexdigest()[:12]
        found.setdefault(mark, Mutant(mark, line, f"{what} in: {row}", text))
    return list(found.values())


def _faults(source: str) -> Iterator[tuple[int, int, str, str]]:
    for m in OPERATOR.finditer(source):
        yield m.start(), m.end(), OPERATORS[m[0]], f"{m[0].strip()} to {OPERATORS[m[0]].strip()}"
    for m in WORD.finditer(source):
        yield m.start(1), m.end(1), WORDS[m[1]], f"{m[1]} to {WORDS[m[1]] or 'nothing'}"
    for m in NUMBER.finditer(source):
        yield m.start(), m.end(), str(int(m[0]) + 1), f"{m[0]} to {int(m[0]) + 1}"
    for m in STATEMENT.finditer(source):
        yield m.start(), m.end(), "", "leaves out the statement"

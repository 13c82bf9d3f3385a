"""The file answers.toml of a drill: the questions as comments, one quoted answer under each.

Reading it never evaluates anything: TOML in, text per question out.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Mapping
from typing import Any

from gradus.drilling import Question
from gradus.kinds.expression_reader import Unreadable
from gradus.plaintext import safe

FILE = "answers.toml"
LARGEST = 64_000  # characters
HOW = {
    "number": "a number: 0.25, 1/4 or 2.5e-1",
    "expression": "an expression, as in 2*x^2 + sin(x)",
    "choice": "the number of one option",
    "order": "the numbers in your order, as in 3 1 2",
    "matrix": "a matrix row by row, as in 1 2; 3 4",
}


def how(question: Question) -> str:
    """How this answer is typed, in a few words."""
    if question.form == "number" and question.unit:
        return f"a number with its unit, as in 12.5 {question.unit}"
    if question.form == "expression":
        return f"an expression in {', '.join(question.names)}, typed as in 2*x^2 + sin(x)" if question.names else HOW["expression"]
    return HOW[question.form]


def write(title: str, seed: int, questions: Mapping[str, Question], answers: Mapping[str, str] | None = None) -> str:
    """The file's text, with these answers or with empty ones."""
    answers = answers or {}
    parts = [f"# {title}: write each answer between the quotes.", f"run = {seed}  # which questions these are; leave it", ""]
    for id, question in questions.items():
        parts += [f"# Question {id[1:]}: {how(question)}", *_comment(question.ask)]
        parts += [line for n, option in enumerate(question.options, 1) for line in _comment(option, f"{n}. ")]
        parts += [f"{id} = {_quoted(answers.get(id, ''))}", ""]
    return "\n".join(parts)


def fields_to_files(fields: Mapping[str, str]) -> dict[str, str]:
    """The file that holds what was typed into a page's fields, by question id."""
    return {FILE: "".join(f"{id} = {_quoted(text)}\n" for id, text in fields.items() if re.fullmatch(r"q\d{1,3}", id))}


def _comment(text: str, head: str = "") -> list[str]:
    """Comment lines; `head` stands before the first, and the others are set in below it."""
    rows = [
        row for line in text.strip().split("\n") for row in textwrap.wrap(line, 110, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    return [safe(f"#   {' ' * len(head) if n else head}{row}".rstrip(), 2000) for n, row in enumerate(rows)]


def _quoted(text: str) -> str:
    """A TOML basic string: quotes, backslashes and everything that is no plain character escaped."""
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escape(c) for c in text) + '"'


def _escape(c: str) -> str:
    code = ord(c)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"  # half a character has no form in TOML
    return f"\\{c}" if c in '"\\' else f"\\U{code:08X}"


def read(text: str | bytes, seed: int, ids: tuple[str, ...]) -> dict[str, str]:
    """What is typed per question; a missing key is an empty answer.  Raises Unreadable (`at` is the line)."""
    if isinstance(text, bytes):
        raise Unreadable(f"{FILE} is not text.")
    if len(text) > LARGEST:
        raise Unreadable(f"{FILE} is {len(text)} characters long; at most {LARGEST} are read.")
    try:
        table = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"), parse_float=str)
    except tomllib.TOMLDecodeError as e:
        line = int(m[1]) if (m := re.search(r"at line (\d+)", str(e))) else text.count("\n") + 1
        raise Unreadable(f'{FILE}, line {line}: this is not read as TOML. Every answer stands between quotes: q1 = "…".', line) from None
    except (RecursionError, ValueError):
        raise Unreadable(f"{FILE} cannot be read; every answer stands between quotes.") from None
    run = table.pop("run", seed)
    if run != seed:
        raise Unreadable(
            f"{FILE} answers the questions of another run ({safe(str(run), 30)}); open the step again to get the present ones."
        )
    if unknown := [k for k in table if k not in ids]:
        raise Unreadable(f"{FILE}: there is no question `{safe(unknown[0], 30)}`; the questions are {ids[0]} to {ids[-1]}.")
    return {id: _text(id, table.get(id, "")) for id in ids}


def _text(id: str, found: Any) -> str:
    """Numbers and lists that stand without quotes are taken as they are written."""
    if isinstance(found, str):
        return found
    if isinstance(found, bool) or not isinstance(found, int | list) or len(str(found)) > 4000:
        raise Unreadable(f'{FILE}: write the answer {id} between quotes: {id} = "…".')
    return str(found).replace("'", "")

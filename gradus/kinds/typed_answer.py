"""One typed answer: text to a value of the question's form, and whether two such values are the same answer.

Unreadable text raises Unreadable with a sentence for the learner, so that it is never counted as wrong.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from gradus.drilling import Question
from gradus.kinds.equivalence import TooLarge, Undefined, equivalent, too_large, value
from gradus.kinds.expression import Node, to_text
from gradus.kinds.expression_reader import LONGEST, Unreadable, parse
from gradus.plaintext import safe

Value = float | int | Node | tuple[int, ...] | tuple[tuple[float, ...], ...]

_NUMBER = re.compile(r"([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,3}))?", re.ASCII)
_GROUPED = re.compile(r"\d[\s_'’,]+\d", re.ASCII)
_PERCENT = re.compile(r"(%|per\s?cent|pct)$", re.IGNORECASE)
MOST_ENTRIES = 100  # of a matrix


@dataclass(frozen=True)
class Typed:
    """A read answer; `text` is its plain canonical form, which reads back to the same value."""

    value: Value
    text: str


def read(question: Question, text: str) -> Typed:
    """What was typed, as a value of the question's form; raises Unreadable."""
    if len(text) > 4 * LONGEST:
        raise Unreadable(f"The answer is {len(text)} characters long; at most {4 * LONGEST} are read.")
    text = text.translate({0x2212: "-", 0x2013: "-", 0xA0: " ", 0x202F: " ", 0x2009: " "}).strip()
    if not text:
        raise Unreadable("There is no answer yet.")
    match question.form:
        case "number":
            number = _quantity(text, question.unit)
            return Typed(number, _plain(number) + (f" {question.unit}" if question.unit else ""))
        case "expression":
            tree = parse(text, question.names)
            if too_large(tree, question.names, question.positive):
                raise Unreadable("Its numbers are too large to compute with.")
            return Typed(tree, to_text(tree))
        case "choice":
            pick = _choice(text, question.options)
            return Typed(pick, str(pick))
        case "order":
            order = _order(text, len(question.options))
            return Typed(order, " ".join(map(str, order)))
        case "matrix":
            rows = _matrix(text)
            return Typed(rows, "; ".join(" ".join(map(_plain, row)) for row in rows))


def same(question: Question, given: Typed, wanted: Typed) -> bool:
    """The same answer, by the question's tolerance or by equivalence; `wanted` sets the tolerance and the domain."""
    a, b = given.value, wanted.value
    match question.form:
        case "number":
            return _near(question, a, b)
        case "expression":
            return equivalent(b, a, question.names, question.positive)  # type: ignore[arg-type]  # read() gave trees
        case "matrix":
            return _shape(a) == _shape(b) and all(_near(question, x, y) for x, y in zip(_flat(a), _flat(b), strict=True))
        case _:
            return a == b


def right(question: Question, given: Typed) -> bool:
    """Is this the right answer, or any of the valid orders?"""
    if question.form == "order" and question.valid_orders is not None:
        return question.valid_orders(list(given.value))  # type: ignore[arg-type]  # read() gave a tuple of numbers
    return same(question, given, read(question, question.right))


def shape_sentence(given: Typed, wanted: Typed) -> str | None:
    """One sentence if two matrices have not the same number of rows and columns."""
    a, b = _shape(given.value), _shape(wanted.value)
    return None if a == b else f"Your matrix has {_rows(a)}, expected {_rows(b)}."


def _shape(value: Value) -> tuple[int, int]:
    return (len(value), len(value[0])) if isinstance(value, tuple) and value and isinstance(value[0], tuple) else (0, 0)


def _flat(value: Value) -> list[float]:
    return [x for row in value for x in row if isinstance(row, tuple)] if isinstance(value, tuple) else []  # type: ignore[union-attr]


def _rows(shape: tuple[int, int]) -> str:
    return f"{shape[0]} row{'s' * (shape[0] != 1)} and {shape[1]} column{'s' * (shape[1] != 1)}"


def _near(question: Question, given: Value, wanted: Value) -> bool:
    assert isinstance(given, float)
    assert isinstance(wanted, float)
    slack = 1e-12 * max(1.0, abs(wanted))  # floating-point rounding at the edge of the tolerance
    return abs(given - wanted) <= question.atol + question.rtol * abs(wanted) + slack


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _quantity(text: str, unit: str) -> float:
    if unit:
        return _number(_without_unit(text, unit))
    if m := _PERCENT.search(text):
        return _number(text[: m.start()].rstrip()) / 100
    return _number(text)


def _without_unit(text: str, unit: str) -> str:
    if unit == "%" and (m := _PERCENT.search(text)):
        return text[: m.start()].rstrip()
    if unit != "%" and text.endswith(unit) and text[: -len(unit)].rstrip()[-1:].isascii() and not text[: -len(unit)][-1:].isalpha():
        return text[: -len(unit)].rstrip()
    if _PERCENT.search(text) or re.search(r"[^\W\d_]+$", text):
        raise Unreadable(f"This question is answered in {unit}; give the number in that unit and write the unit behind it.")
    raise Unreadable(f"The unit is missing: write `{unit}` behind the number.")


def _number(text: str) -> float:
    """A decimal, a fraction, or arithmetic with numbers, pi, e and the functions."""
    if "," in text or _GROUPED.search(text):
        raise Unreadable("Write decimals with a point and no thousands separators, as in 1234.5.")
    if text[:1] in "=~≈<>±":
        raise Unreadable("Write the number alone, without a sign for equal or about.")
    if m := _NUMBER.fullmatch(text):
        if len(text) > 60:
            raise Unreadable("This number has more than 60 digits.")
        found = float(Fraction(m[1] + m[2]) * Fraction(10) ** int(m[3] or 0)) if int(m[3] or 0) < 301 else math.inf
    else:
        found = _computed(text)
    if not math.isfinite(found) or abs(found) > 1e300:
        raise Unreadable("This number is too large to compute with.")
    return found


def _computed(text: str) -> float:
    tree = parse(text)
    try:
        return float(value(tree, {}))
    except Undefined:
        raise Unreadable("This has no value: look for a division by zero, a logarithm or a root.") from None
    except TooLarge:
        raise Unreadable("Its numbers are too large to compute with.") from None


def _choice(text: str, options: tuple[str, ...]) -> int:
    if m := re.fullmatch(r"(?:option\s+)?\(?(\d{1,3})[.)]?", text, re.IGNORECASE | re.ASCII):
        pick = int(m[1])
        if not 1 <= pick <= len(options):
            raise Unreadable(f"There is no option {pick}; the options are numbered 1 to {len(options)}.")
        return pick
    words = [" ".join(o.split()).casefold() for o in options]
    if (mine := " ".join(text.split()).casefold()) in words:
        return words.index(mine) + 1
    raise Unreadable(f"Answer with the number of one option, 1 to {len(options)}.")


def _order(text: str, count: int) -> tuple[int, ...]:
    parts = [p for p in re.split(r"\s*(?:->|[,;>→]|\s)\s*", text.strip("[]() ")) if p]
    if not all(re.fullmatch(r"\d{1,3}", p, re.ASCII) for p in parts):
        raise Unreadable(f"Answer with the numbers 1 to {count} in your order, with blanks or commas between them.")
    order = tuple(int(p) for p in parts)
    if outside := [n for n in order if not 1 <= n <= count]:
        raise Unreadable(f"There is no number {outside[0]}; the numbers are 1 to {count}.")
    if missing := sorted(set(range(1, count + 1)) - set(order)):
        raise Unreadable(f"Number {missing[0]} is missing; every number from 1 to {count} stands once.")
    if len(order) > count:
        raise Unreadable(f"A number stands twice; every number from 1 to {count} stands once.")
    return order


def _matrix(text: str) -> tuple[tuple[float, ...], ...]:
    inner = re.sub(r"\s+", " ", text.replace("\n", " ; ") if "[" not in text and ";" not in text else text).strip()
    if re.search(r"\]\s*,?\s*\[", inner) or inner.startswith("[["):
        if not (inner.startswith("[") and inner.endswith("]") and inner.count("[") == inner.count("]")):
            raise Unreadable("The square brackets do not close; write `1 2; 3 4` or `[[1, 2], [3, 4]]`.")
        body = re.sub(r"^\[\s*\[|\]\s*\]$", "", inner) if inner.startswith(("[[", "[ [")) else inner[1:-1]
        rows = re.split(r"\]\s*,?\s*\[", body)
    else:
        rows = inner.removeprefix("[").removesuffix("]").split(";")
    rows = [r.strip(" ") for r in rows]
    if len(rows) > 1 and not rows[-1]:
        rows.pop()  # a closing semicolon
    if any("[" in r or "]" in r for r in rows):
        raise Unreadable("The square brackets do not fit; write `1 2; 3 4` or `[[1, 2], [3, 4]]`.")
    table = tuple(tuple(_entry(e) for e in _entries(row)) for row in rows)
    if len({len(r) for r in table}) > 1:
        raise Unreadable(
            f"The rows have {', '.join(str(len(r)) for r in table)} entries; every row needs as many. Rows end with a semicolon."
        )
    if not table[0] or sum(map(len, table)) > MOST_ENTRIES:
        raise Unreadable(f"Write the rows as in `1 2; 3 4`, at most {MOST_ENTRIES} entries.")
    return table


def _entries(row: str) -> list[str]:
    return [e.strip() for e in row.split(",")] if "," in row else row.split()


def _entry(text: str) -> float:
    try:
        return _quantity(text, "")
    except Unreadable as e:
        raise Unreadable(f"The entry `{safe(text, 30)}`: {e.say}") from None

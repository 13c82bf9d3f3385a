"""Are the figures of a lesson true?  The step's `worked.py` computes them, beside the solution and in the box; what the text says must be among them.

In the section with the worked example every number counts, elsewhere before the task those with a decimal point.  It proves no verdict: the
file is no part of the step's hash.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from gradus.content.layout import WORKED
from gradus.content.lessontext import TASK, line_at
from gradus.sandbox import run as sandbox
from gradus.vocabulary import Frame, Limits, Probe, Series, Step, Tensor

LIMITS = Limits(seconds=60.0, memory_mb=2048)
EXAMPLE = re.compile(r"^##[^\n]*\bworked\b[^\n]*$", re.MULTILINE | re.IGNORECASE)
HEADING = re.compile(r"^## ", re.MULTILINE)
NAMES = re.compile(r"`[^`\n]*[A-Za-z_][^`\n]*`|\]\([^)]*\)|\\[a-zA-Z]+|[A-Za-z_]\w*|\^\{?-?\d+\}?|_\{?-?\d+\}?")
NUMBER = re.compile(r"(?<![\d.])\d+(?:(?:,|\{,\}|\\,|\u2009|\u202f)\d{3})*(?:\.\d+)?")


def untold(step: Step) -> list[str]:
    """One sentence for every figure of the lesson that `worked.py` does not compute; [] without such a file."""
    if not (step.folder / WORKED).is_file():
        return []
    values = _computed(step)
    if isinstance(values, str):
        return [f"worked.py gives no figures: {values}"]
    pool = np.array(sorted({abs(v) for v in _flat(values)}), dtype=float)
    lesson = step.lesson
    return [
        f"lesson.md line {line_at(lesson, at)} says {said}, which worked.py does not compute; correct the text or the computation."
        for at, said in figures(lesson)
        if not _among(said, pool)
    ]


def figures(lesson: str) -> Iterator[tuple[int, str]]:
    """(offset, number as it is written) of what must be computed; names, exponents, indices and links are no figures."""
    task = TASK.search(lesson)
    text = NAMES.sub(lambda m: " " * len(m[0]), lesson[: task.start()] if task else lesson)
    inside = [
        (m.end(), nxt.start() if (nxt := HEADING.search(text, m.end())) else len(text)) for m in EXAMPLE.finditer(lesson, 0, len(text))
    ]
    for m in NUMBER.finditer(text):
        if "." in m[0] or any(a <= m.start() < b for a, b in inside):
            yield m.start(), m[0]


def _computed(step: Step) -> Any:
    """What `worked()` returns, as plain values; a text says why there is nothing."""
    files: dict[str, str | bytes] = {**step.probe, **{f"earlier/{i.replace('-', '_')}.py": t for i, t in step.earlier.items()}}
    if "answer.py" in step.solution:
        files["answer.py"] = step.solution["answer.py"]
    files[WORKED] = (step.folder / WORKED).read_text("utf-8")
    family = step.family if step.kind == "code" else "sci"
    seen = sandbox.run(sandbox.Job(family, files, {"worked": Probe("worked.worked")}, LIMITS, 1))
    if seen.stopped:
        return seen.stopped.say
    found = seen.seen["worked"]
    return f"{found.raised.type}: {found.raised.message}" if found.raised else found.value


def _flat(value: Any) -> Iterator[float]:
    """Every finite number in a nesting; of a text the numbers in it."""
    match value:
        case bool():
            return
        case int() | float() | np.number():
            if math.isfinite(value):
                yield float(value)
        case complex():
            yield from (value.real, value.imag)
        case str():
            yield from (_value(m[0]) for m in NUMBER.finditer(value))
        case Tensor():
            yield from _flat(value.data)
        case Series():
            yield from _flat([value.index, value.values])
        case Frame():
            yield from _flat([value.index, *value.values])
        case np.ndarray():
            yield from _flat(value.tolist())
        case Mapping():
            yield from _flat([*value.keys(), *value.values()])
        case list() | tuple() | set() | frozenset():
            for v in value:
                yield from _flat(v)


def _value(said: str) -> float:
    return float(re.sub(r"\{,\}|\\,|[,\u2009\u202f]", "", said))


def _among(said: str, pool: np.ndarray) -> bool:
    """Whether a computed value, or a hundred times it (per cent), rounds to what is said."""
    room = 0.5 * 10.0 ** -len(said.partition(".")[2]) * (1 + 1e-9) + 1e-12
    return any(pool.size and bool(np.min(np.abs(v - _value(said))) <= room) for v in (pool, 100 * pool))

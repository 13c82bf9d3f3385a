"""Plain values as short text that is safe to show anywhere: terminal controls, bidi marks and lone surrogates are escaped."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

import numpy as np

from gradus.vocabulary import Frame, Opaque, Probe, Raised, Series, Tensor

NUMBERS = 8  # at most so many numbers of one value are shown (LEARNING C.3, rule 2)
_RISKY = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def safe(text: str, limit: int = 2000, keep: str = "") -> str:
    """`text` with every control, format and surrogate character written as an escape, cut to `limit` characters.

    `keep` lists characters that stay as they are ("\\n\\t" for printed output).
    """
    cut = text[: limit + 1]
    out = "".join(
        c if c in keep or unicodedata.category(c) not in _RISKY else c.encode("unicode_escape", "backslashreplace").decode() for c in cut
    )
    return out if len(text) <= limit else out[:limit] + f"… ({len(text) - limit} more characters)"


def escaped(value: Any) -> Any:
    """The data of a view with every text in it made safe; numbers and structure stay."""
    match value:
        case str():
            return safe(value, 400)
        case Mapping():
            return {escaped(k): escaped(v) for k, v in value.items()}
        case list() | tuple():
            return [escaped(v) for v in value]
        case bytes() | Opaque() | Raised():
            return show(value)
        case _:
            return value


def quoted(text: str, limit: int) -> str:
    """Somebody's text inside our own Markdown: a code span, so that links, pictures and marks in it stay text."""
    return "`" + safe(text, limit).replace("`", "'") + "`"


def _number(x: Any) -> str:
    if isinstance(x, (bool, np.bool_)):
        return str(bool(x))
    if isinstance(x, (float, np.floating)):
        f = float(x)
        return repr(int(f)) + ".0" if f.is_integer() and abs(f) < 1e6 else f"{f:.6g}"
    if isinstance(x, (complex, np.complexfloating)):
        return f"{complex(x):.6g}"
    if isinstance(x, (str, np.str_)):
        return repr(safe(str(x), 60))
    return safe(str(x), 60)


def _array(a: np.ndarray[Any, Any], budget: int) -> str:
    if a.ndim == 0:
        return _number(a[()])
    if a.size > budget:
        head = ", ".join(_number(x) for x in a.reshape(-1)[: budget - 2])
        return f"[{head}, …] shape {tuple(a.shape)}"
    if a.ndim == 1:
        return "[" + ", ".join(_number(x) for x in a) + "]"
    return "[" + ", ".join(_array(x, budget) for x in a) + "]"


def show(value: Any, budget: int = NUMBERS) -> str:
    """One line for a plain value, at most `budget` numbers of it."""
    match value:
        case np.ndarray():
            return f"array({_array(value, budget)})"
        case Tensor():
            return f"tensor({_array(value.data, budget)})"
        case Raised():
            return f"{safe(value.type, 80)}: {safe(value.message, 200)}"
        case Opaque():
            return f"a {safe(value.type, 64)} ({safe(value.text, 80)})"
        case Series():
            return f"Series({show(value.values, budget)}, index={show(value.index, budget)})"
        case Frame():
            shape = (len(value.values[0]) if value.values else 0, len(value.columns))
            return f"DataFrame(columns={show(list(value.columns), budget)}, shape {shape})"
        case str():
            return repr(safe(value, 200))
        case bytes():
            return repr(value[:60]) + ("…" if len(value) > 60 else "")
        case Mapping():
            items = [f"{show(k)}: {show(v, budget)}" for k, v in list(value.items())[:budget]]
            return "{" + ", ".join(items) + (", …}" if len(value) > budget else "}")
        case list() | tuple() | set() | frozenset():
            left, right = {list: ("[", "]"), tuple: ("(", ")")}.get(type(value), ("{", "}"))
            items = [show(v, budget) for v in list(value)[:budget]]
            more = f", … {len(value)} items" if len(value) > budget else ""
            comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
            return left + ", ".join(items) + comma + more + right
        case None:
            return "None"
        case _:
            return _number(value)


def called(probe: Probe) -> str:
    """The call of a probe as the learner would type it (long values cut)."""
    if probe.shown is not None:
        return safe(probe.shown, 400)
    args = [show(a) for a in probe.args] + [f"{k}={show(v)}" for k, v in probe.kwargs.items()]
    return safe(f"{probe.target.partition('.')[2]}({', '.join(args)})", 400)


def size(value: Any) -> int:
    """How many leaves a value has: what "smallest counter-example" means."""
    match value:
        case np.ndarray():
            return value.size
        case Tensor():
            return value.data.size
        case str() | bytes():
            return len(value)
        case Frame():
            return sum(size(v) for v in value.values)
        case Series():
            return size(value.values)
        case Mapping():
            return sum(1 + size(v) for v in value.values())
        case list() | tuple() | set() | frozenset():
            return sum(size(v) for v in value) + 1
        case _:
            return 1

"""All that a judge.py may import: how to ask (call, script, database), how to claim (each, whole), how to compare.

A comparison returns None when it holds and a Miss (one sentence about the first difference) when it does not, so a check
can `return close(got, ideal)`.  Nothing here runs learner code; everything works on plain values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from gradus.plaintext import show
from gradus.questions import commit, program, put, repository, request, restart, session, together
from gradus.vocabulary import Check, Frame, Miss, Opaque, Probe, Raised, Series, Tensor, View

__all__ = [
    "Frame", "Miss", "Opaque", "Probe", "Raised", "Series", "Tensor", "View",
    "array", "call", "close", "commit", "database", "each", "equal", "finite", "program", "put", "repository", "request", "restart",
    "same_lines", "same_rows", "same_set", "script", "session", "spans", "table", "together", "whole",
]  # fmt: skip


# ---------------------------------------------------------------- asking


def call(function: str, /, *args: Any, **kwargs: Any) -> Probe:
    """Call `function` of the answer with these plain values (numbers, text, lists, dicts, arrays, Tensor, Frame)."""
    return Probe(f"answer.{function}", args, kwargs)


def script(function: str, /, *args: Any, shown: str | None = None, **kwargs: Any) -> Probe:
    """Call `function` of the step's probe.py, which imports the answer as `answer`; `shown` is what the learner reads."""
    return Probe(f"probe.{function}", args, kwargs, shown)


def table(columns: str, rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """A table for `database`: columns as in CREATE TABLE ("id INTEGER, name TEXT"), rows as sequences of None, int, float, str."""
    return {"columns": columns, "rows": [list(r) for r in rows]}


def database(**tables: Mapping[str, Any]) -> Probe:
    """Run the answer's query on these tables (kind `sql`), once on each engine."""
    return Probe("sql.run", (dict(tables),))


# ---------------------------------------------------------------- claiming


def _check(run: Callable[..., Miss | None], is_each: bool, groups: tuple[str, ...]) -> Check:
    return Check(run.__name__, " ".join((run.__doc__ or "").split()), run, is_each, groups)


def each(*groups: str) -> Callable[[Callable[..., Miss | None]], Check]:
    """A check of (got, ideal, probe), run on every probe whose name starts with one of `groups` (none: on all).

    Its docstring is the claim the learner reads.  Probes on which the ideal itself raises are left to the form gate.
    """
    return lambda run: _check(run, True, groups)


def whole(run: Callable[..., Miss | None]) -> Check:
    """A check of (seen, ideal), two mappings from probe name to value, for claims that join several probes."""
    return _check(run, False, ())


# ---------------------------------------------------------------- comparing


def array(value: Any) -> np.ndarray[Any, Any] | None:
    """`value` as an array if it is numeric (number, nested list, ndarray, Tensor, Series), else None."""
    if isinstance(value, Tensor):
        return value.data
    if isinstance(value, Series):
        value = value.values
    if isinstance(value, (str, bytes, Mapping, set, frozenset, Raised, Opaque, Frame)) or value is None:
        return None
    try:
        a = np.asarray(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return a if a.dtype.kind in "biufc" else None


def _where(path: str, index: tuple[Any, ...] = ()) -> str:
    at = path + (f"[{', '.join(str(int(i)) for i in index)}]" if index else "")
    return f" at {at}" if at else ""


def _numbers(g: np.ndarray[Any, Any], w: np.ndarray[Any, Any], rtol: float, atol: float, path: str) -> Miss | None:
    if g.shape != w.shape:
        return Miss(f"The shape{_where(path)} is {g.shape}, expected {w.shape}.")
    if (g.dtype.kind == "b") != (w.dtype.kind == "b"):
        kind = {True: "true or false", False: "numbers"}
        return Miss(f"The values{_where(path)} are {kind[g.dtype.kind == 'b']}, expected {kind[w.dtype.kind == 'b']}.")
    if g.dtype.kind in "biu" and w.dtype.kind in "biu":
        bad = g != w
    else:
        with np.errstate(all="ignore"):
            bad = ~np.isclose(g.astype(complex), w.astype(complex), rtol=rtol, atol=atol, equal_nan=True)
    if not bad.any():
        return None
    i = tuple(np.argwhere(bad)[0]) if g.ndim else ()
    n = f" ({int(bad.sum())} of {bad.size} values differ)" if bad.size > 1 else ""
    return Miss(f"Yours is {show(g[i])}, expected {show(w[i])}{_where(path, i)}{n}.", view=_view(g, w, bad))


def _view(g: np.ndarray[Any, Any], w: np.ndarray[Any, Any], bad: np.ndarray[Any, Any]) -> View | None:
    if g.ndim not in (1, 2) or g.size > 400 or g.dtype.kind == "c" or w.dtype.kind == "c":
        return None
    rows = [np.atleast_2d(a.T if a.ndim == 2 else a).T.tolist() for a in (g, w, bad)]
    return View("matrix-diff", {"yours": rows[0], "expected": rows[1], "differs": rows[2]})


def _near(got: float, ideal: float, rtol: float, atol: float) -> bool:
    if type(got) is int and type(ideal) is int:
        return got == ideal
    return (
        got == ideal or (math.isnan(got) and math.isnan(ideal)) or (math.isfinite(ideal) and abs(got - ideal) <= atol + rtol * abs(ideal))
    )


def close(got: Any, ideal: Any, rtol: float = 1e-7, atol: float = 1e-9, path: str = "") -> Miss | None:
    """None if both have the same structure and all numbers agree: |got - ideal| <= atol + rtol |ideal|; NaN equals NaN.

    Lists, tuples and arrays of numbers are interchangeable, so are int and float; bool and number are not.
    """
    if type(got) in (int, float) and type(ideal) in (int, float) and _near(got, ideal, rtol, atol):
        return None  # by far the most frequent case in nested lists, and 30 times faster than through arrays
    if isinstance(ideal, Tensor) != isinstance(got, Tensor):
        return Miss(f"Expected {_kind(ideal)}{_where(path)}, got {_kind(got)}.")
    g, w = array(got), array(ideal)
    if g is not None and w is not None:
        return _numbers(g, w, rtol, atol, path)
    if isinstance(ideal, Mapping) and isinstance(got, Mapping):
        if set(got) != set(ideal):
            return Miss(f"The keys{_where(path)} are {show(sorted(map(str, got)))}, expected {show(sorted(map(str, ideal)))}.")
        parts = [close(got[k], ideal[k], rtol, atol, f"{path}[{show(k)}]") for k in ideal]
    elif isinstance(ideal, Frame) and isinstance(got, Frame):
        parts = [equal(list(got.columns), list(ideal.columns), f"{path}columns"), close(got.index, ideal.index, rtol, atol, f"{path}index")]
        if parts == [None, None]:
            parts = [
                close(a, b, rtol, atol, f"{path}column {show(c)}") for c, a, b in zip(ideal.columns, got.values, ideal.values, strict=True)
            ]
    elif isinstance(ideal, Series) and isinstance(got, Series):
        parts = [close(got.index, ideal.index, rtol, atol, f"{path}index"), close(got.values, ideal.values, rtol, atol, f"{path}values")]
    elif _sequence(ideal) and _sequence(got):
        a, b = list(got), list(ideal)
        if len(a) != len(b):
            return Miss(f"The length{_where(path)} is {len(a)}, expected {len(b)}.")
        parts = [close(x, y, rtol, atol, f"{path}[{i}]") for i, (x, y) in enumerate(zip(a, b, strict=True))]
    elif isinstance(ideal, (set, frozenset)) and isinstance(got, (set, frozenset)):
        return same_set(got, ideal)
    elif type(got) is type(ideal) and got == ideal:
        return None
    elif isinstance(got, str) and isinstance(ideal, str):
        return Miss(f"Yours is {show(got)}, expected {show(ideal)}{_where(path)}.") if got != ideal else None
    elif got is None and ideal is None:
        return None
    else:
        return Miss(f"Yours is {show(got)}, expected {show(ideal)}{_where(path)}.")
    return next((m for m in parts if m is not None), None)


def equal(got: Any, ideal: Any, path: str = "") -> Miss | None:
    """As `close`, without tolerance."""
    return close(got, ideal, 0.0, 0.0, path)


def _sequence(v: Any) -> bool:
    return isinstance(v, (list, tuple, range)) or (isinstance(v, np.ndarray) and v.ndim > 0)


def _kind(v: Any) -> str:
    match v:
        case None:
            return "None"
        case Tensor():
            return f"a torch tensor of shape {tuple(v.data.shape)}"
        case np.ndarray():
            return f"an array of shape {v.shape}"
        case Opaque():
            return f"a {v.type}"
        case Raised():
            return v.type
        case bool() | np.bool_():
            return "True or False"
        case int() | float() | complex() | np.number():
            return "a number"
        case str():
            return "text"
        case Frame():
            return "a DataFrame"
        case Series():
            return "a Series"
        case list() | tuple():
            return f"a {type(v).__name__} of {len(v)}"
        case _:
            return f"a {type(v).__name__}"


kind_of = _kind


def finite(got: Any) -> Miss | None:
    """None if every number in `got` is finite."""
    a = array(got)
    if a is None:
        return Miss(f"Expected numbers, got {_kind(got)}.")
    if a.dtype.kind in "fc" and not np.isfinite(a).all():
        i = tuple(np.argwhere(~np.isfinite(a))[0]) if a.ndim else ()
        return Miss(f"Yours has {show(a[i])}{_where('', i)}; every value must be finite.")
    return None


def same_set(got: Iterable[Any], ideal: Iterable[Any]) -> Miss | None:
    """None if both hold the same elements, in any order, each as often."""
    a, b = sorted(map(show, got)), sorted(map(show, ideal))
    extra, missing = list(a), list(b)
    for x in b:
        if x in extra:
            extra.remove(x)
            missing.remove(x)
    if missing:
        return Miss(f"{missing[0]} is missing ({len(missing)} missing, {len(extra)} too many).")
    return Miss(f"{extra[0]} should not be there ({len(extra)} too many).") if extra else None


def same_rows(got: Any, ideal: Any, ordered: bool = False, rtol: float = 1e-9) -> Miss | None:
    """None if two query results ({"columns", "rows"}) hold the same rows, each as often; in the same order when `ordered`."""
    a, b = [tuple(r) for r in got["rows"]], [tuple(r) for r in ideal["rows"]]

    def key(row: tuple[Any, ...]) -> str:
        return "|".join(f"{v:.9g}" if isinstance(v, (int, float)) and not isinstance(v, bool) else repr(v) for v in row)

    view = View(
        "table-diff", {"columns": list(ideal["columns"]), "yours": [list(r) for r in a[:50]], "expected": [list(r) for r in b[:50]]}
    )
    left: dict[str, int] = {}
    for r in b:
        left[key(r)] = left.get(key(r), 0) + 1
    for r in a:
        if not left.get(key(r)):
            return Miss(f"Row {show(r)} should not be there: yours has {len(a)} rows, expected {len(b)}.", view=view)
        left[key(r)] -= 1
    if missing := next((r for r in b if left.get(key(r))), None):
        return Miss(f"Row {show(missing)} is missing: yours has {len(a)} rows, expected {len(b)}.", view=view)
    if ordered and (i := next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if key(x) != key(y)), None)) is not None:
        return Miss(f"The rows are right, but not in the asked order: row {i + 1} is {show(a[i])}, expected {show(b[i])}.", view=view)
    return None


def same_lines(got: str, ideal: str, rtol: float = 0.0) -> Miss | None:
    """None if two printed texts hold the same words line by line (spaces at line ends and empty lines at the end aside).

    With `rtol` words that are numbers may differ by that much.
    """
    a, b = [t.rstrip().split("\n") if t.strip() else [] for t in (got, ideal)]
    view = View("table-diff", {"columns": ["output"], "yours": [[x] for x in a[:60]], "expected": [[x] for x in b[:60]]})
    for i, (x, y) in enumerate(zip(a, b, strict=False), 1):
        if x.split() != y.split() and not _same_words(x.split(), y.split(), rtol):
            return Miss(f"Line {i} of the output is {show(x)}, expected {show(y)}.", view=view)
    if len(a) != len(b):
        return Miss(f"The output has {len(a)} lines, expected {len(b)}.", view=view)
    return None


def _same_words(a: Sequence[str], b: Sequence[str], rtol: float) -> bool:
    def near(x: str, y: str) -> bool:
        try:
            return x == y or (rtol > 0 and abs(float(x) - float(y)) <= rtol * max(1.0, abs(float(y))))
        except ValueError:
            return False

    return len(a) == len(b) and all(near(x, y) for x, y in zip(a, b, strict=True))


def spans(got: Any, ideal: Any, tol: float = 1e-8) -> Miss | None:
    """None if the columns of both matrices span the same space (equal rank alone and side by side)."""
    g, w = array(got), array(ideal)
    if g is None or w is None or g.ndim != 2 or w.ndim != 2 or g.shape[0] != w.shape[0]:
        return Miss(f"Expected a matrix with {0 if w is None else w.shape[0]} rows, got {_kind(got)}.")

    def rank(m: np.ndarray[Any, Any]) -> int:
        return int(np.linalg.matrix_rank(m, tol=tol * max(1.0, float(np.abs(m).max(initial=0.0))))) if m.size else 0

    r, s, both = rank(g), rank(w), rank(np.hstack([g, w]))
    return None if r == s == both else Miss(f"Your columns span a space of dimension {r}, expected {s} (together {both}).")

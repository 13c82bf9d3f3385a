"""The form gate: before any check, is what came back the sort of thing that was asked for?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from gradus.judging import array, kind_of
from gradus.plaintext import show
from gradus.vocabulary import Frame, Observation, Opaque, Outcome, Seen, Series, Stopped, Tensor


def form(got: Seen, ideal: Seen) -> str | None:
    """None if `got` has the form of `ideal`, else one clause for "called(...): ..." ("expected an array of shape (2, 3), got None")."""
    if ideal.raised and got.raised:
        if ideal.raised.type in got.raised.bases:
            return None
        return f"expected {ideal.raised.type}, got {show(got.raised)}"
    if ideal.raised:
        return f"expected {ideal.raised.type}, but it returned {show(got.value)}"
    if got.raised:
        return f"raised {show(got.raised)}"
    return shape(got.value, ideal.value)


def shape(got: Any, ideal: Any, at: str = "") -> str | None:
    """As `form`, for two values; `at` says where inside the returned value we are."""
    inside = f" at {at}" if at else ""
    if isinstance(ideal, (Tensor, Frame, Series)) and type(got) is not type(ideal):
        return f"expected {kind_of(ideal)}{inside}, got {kind_of(got)}"
    if isinstance(ideal, Tensor):
        return None if got.data.shape == ideal.data.shape else f"expected {kind_of(ideal)}{inside}, got shape {tuple(got.data.shape)}"
    if isinstance(got, (Tensor, Frame, Series)) and not isinstance(ideal, (Tensor, Frame, Series)):
        return f"expected {kind_of(ideal)}{inside}, got {kind_of(got)}"
    if (wanted := array(ideal)) is not None and not (isinstance(ideal, (list, tuple)) and not ideal):
        return _numeric(got, ideal, wanted, inside)
    if isinstance(ideal, Mapping):
        return _mapping(got, ideal, at, inside)
    if isinstance(ideal, (list, tuple, range)):
        if not isinstance(got, (list, tuple, range, np.ndarray)) or (isinstance(got, np.ndarray) and got.ndim == 0):
            return f"expected {kind_of(ideal)}{inside}, got {kind_of(got)}"
        if isinstance(ideal, tuple) and len(got) != len(ideal):
            return f"expected {len(ideal)} values{inside}, got {len(got)}"
        pairs = zip(got, ideal, strict=True) if isinstance(ideal, tuple) else ()
        return next((m for i, (g, w) in enumerate(pairs) if (m := shape(g, w, f"{at}[{i}]"))), None)
    if isinstance(ideal, (set, frozenset)):
        return None if isinstance(got, (set, frozenset)) else f"expected a set{inside}, got {kind_of(got)}"
    if isinstance(ideal, (str, bytes)) or ideal is None:
        return (
            None
            if type(got) is type(ideal) or (ideal is None and got is None)
            else f"expected {kind_of(ideal)}{inside}, got {kind_of(got)}"
        )
    return None


def _numeric(got: Any, ideal: Any, wanted: np.ndarray[Any, Any], inside: str) -> str | None:
    """Numbers: a list, a tuple and an array are one thing if the shape is right; true/false and numbers are two."""
    have = None if isinstance(got, Opaque) else array(got)
    whole = f"an array of shape {wanted.shape}" if wanted.ndim else kind_of(ideal)
    if have is None:
        return f"expected {whole}{inside}, got {kind_of(got)}"
    if isinstance(ideal, list) and wanted.ndim == 1 and have.ndim == 1:
        return None  # the length of a list is often the answer itself: a check's business
    if have.shape != wanted.shape:
        return f"expected {whole}{inside}, got {kind_of(got) if have.ndim == 0 else f'shape {have.shape}'}"
    if (have.dtype.kind == "b") != (wanted.dtype.kind == "b") and wanted.size:
        return f"expected {'True or False' if wanted.dtype.kind == 'b' else 'numbers'}{inside}, got {'True or False' if have.dtype.kind == 'b' else 'numbers'}"
    return None


def _mapping(got: Any, ideal: Mapping[Any, Any], at: str, inside: str) -> str | None:
    """Dicts whose keys are text are records: the same keys, each value of the same form.  Other keys are data."""
    if not isinstance(got, Mapping):
        return f"expected a dict{inside}, got {kind_of(got)}"
    if set(ideal) == {"columns", "rows"} == set(got):
        return None  # a query's result: how many rows it has is the answer itself
    if not ideal or not all(isinstance(k, str) for k in ideal) or len(ideal) > 12:
        return None
    if missing := [k for k in ideal if k not in got]:
        return f"expected the key {show(missing[0])}{inside}, got keys {show(sorted(map(str, got)))}"
    if extra := [k for k in got if k not in ideal]:
        return f"the key {show(extra[0])} is not asked for{inside}"
    return next((m for k in ideal if (m := shape(got[k], ideal[k], f"{at}[{show(k)}]"))), None)


def unwritten(seen: Observation, ideal: Observation) -> Stopped | None:
    """The starter still raises NotImplementedError: not started is not wrong."""
    for probe, got in seen.seen.items():
        if got.raised and got.raised.type == "NotImplementedError" and not ideal.seen[probe].raised:
            where = f" (line {got.raised.line})" if got.raised.line else ""
            say = f"This part is not written yet{where}: it still raises NotImplementedError. Write it, then run again."
            return Stopped(Outcome.MALFORMED, say, got.raised.line, at=probe)
    return None

"""The trusted end of the wire: frames become values of the vocabulary, and values of the vocabulary become frames."""

from __future__ import annotations

from typing import Any

import numpy as np

from gradus.sandbox.decoding import Makers
from gradus.sandbox.wire import FRAME, MARK, OPAQUE, SERIES, TENSOR, Encoder, WireError
from gradus.vocabulary import Frame, Opaque, Series, Tensor


def _column(value: Any) -> Any:
    if (isinstance(value, np.ndarray) and value.ndim == 1) or type(value) in (list, tuple, range):
        return value
    raise WireError("bad column")


def _frame(columns: list[Any], index: Any, values: list[Any], dtypes: list[str]) -> Frame:
    rows = len(_column(index))
    if any(len(_column(v)) != rows for v in values):
        raise WireError("columns of unequal length")
    return Frame(columns, index, values, dtypes)


def _series(name: Any, index: Any, values: Any, dtype: str) -> Series:
    if len(_column(index)) != len(_column(values)):
        raise WireError("index and values of unequal length")
    return Series(name, index, values, dtype)


def _scalar(a: np.ndarray[Any, Any]) -> Any:
    """A builtin where one says the same; dates and durations stay numpy's."""
    return a[()] if a.dtype.kind in "mM" else a.item()


PLAIN = Makers(tensor=Tensor, frame=_frame, series=_series, opaque=Opaque, array=lambda a: a, scalar=_scalar)


def foreign(value: Any, encoder: Encoder) -> Any:
    """The vocabulary's records as tagged lists."""
    match value:
        case Tensor():
            return [MARK[TENSOR], value.dtype, value.requires_grad, *encoder.array(np.asarray(value.data))[1:]]
        case Frame():
            rows = len(value.values[0]) if len(value.values) else 0
            index = range(rows) if value.index is None else value.index
            return [MARK[FRAME], list(value.columns), index, list(value.values), list(value.dtypes)]
        case Series():
            index = range(len(value.values)) if value.index is None else value.index
            return [MARK[SERIES], value.name, index, value.values, value.dtype]
        case Opaque():
            return [MARK[OPAQUE], value.type, value.text]
    return None

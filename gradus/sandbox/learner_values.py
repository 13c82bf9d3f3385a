"""The inner end of the wire: torch tensors and pandas tables as records, and records as fresh, writable objects."""

from __future__ import annotations

import importlib
from typing import Any

from .decoding import Makers
from .wire import FRAME, MARK, SCALAR, SERIES, TENSOR, Encoder, np, opaque


def _tensor_out(t: Any, encoder: Encoder) -> Any:
    d = t.detach().cpu()
    if str(d.layout) != "torch.strided" or d.is_quantized:
        d = d.dequantize() if d.is_quantized else d.to_dense()
    name = str(d.dtype).removeprefix("torch.")
    d = d.resolve_conj().resolve_neg()
    if name.startswith(("bfloat", "float8", "float4")):
        d = d.float()
    elif name == "complex32":
        d = d.cfloat()
    return [MARK[TENSOR], name, bool(t.requires_grad), *encoder.array(d.contiguous().numpy())[1:]]


def _column_out(column: Any, encoder: Encoder) -> Any:
    a = column.to_numpy()
    if a.dtype.kind in "OT":
        return [
            None if x is None or (isinstance(x, float) and x != x) or type(x).__name__ in ("NAType", "NaTType") else x for x in a.tolist()
        ]
    return encoder.array(a)


def _index_out(index: Any, encoder: Encoder) -> Any:
    return index.tolist() if index.nlevels > 1 else _column_out(index, encoder)


def _pandas_out(o: Any, encoder: Encoder) -> Any:
    pandas: Any = importlib.import_module("pandas")
    if isinstance(o, pandas.DataFrame):
        columns = [_column_out(o.iloc[:, i], encoder) for i in range(o.shape[1])]
        return [MARK[FRAME], o.columns.tolist(), _index_out(o.index, encoder), columns, [str(x) for x in o.dtypes]]
    if isinstance(o, pandas.Series):
        return [MARK[SERIES], o.name, _index_out(o.index, encoder), _column_out(o, encoder), str(o.dtype)]
    if isinstance(o, pandas.Index):
        return _index_out(o, encoder)
    if isinstance(o, pandas.api.extensions.ExtensionArray):
        return _column_out(o, encoder)
    if type(o).__name__ in ("Timestamp", "Timedelta"):
        scalar = o.to_datetime64() if type(o).__name__ == "Timestamp" else o.to_timedelta64()
        return [MARK[SCALAR], *encoder.array(np.asarray(scalar))[1:]]
    return None


def foreign(value: Any, encoder: Encoder) -> Any:
    """torch's and pandas' objects as tagged lists; None for everything else.  Looks at the exact type, never at what it claims."""
    for t in type(value).__mro__:
        library = t.__module__.partition(".")[0]
        if library == "torch" and t.__name__ == "Tensor":
            return _tensor_out(value, encoder)
        if library == "torch" and t.__name__ in ("Size", "dtype", "device"):
            return list(value) if t.__name__ == "Size" else opaque(t.__name__, str(value))
        if library == "pandas":
            return _pandas_out(value, encoder)
    return None


# ---------------------------------------------------------------- arguments for the answer


def _tensor_in(name: str, data: Any, requires_grad: bool) -> Any:
    torch: Any = importlib.import_module("torch")
    t = torch.from_numpy(data.copy())  # copy: arrays of the wire are read-only views
    wanted = getattr(torch, name, None)
    if isinstance(wanted, torch.dtype):
        t = t.to(wanted)
    return t.requires_grad_(True) if requires_grad else t


def _index_in(index: Any) -> Any:
    pandas: Any = importlib.import_module("pandas")
    if isinstance(index, range):
        return pandas.RangeIndex(index.start, index.stop, index.step)
    if len(index) and all(type(x) is tuple for x in index):
        return pandas.MultiIndex.from_tuples(index)
    return pandas.Index(index)


def _column_in(values: Any, dtype: str, index: Any) -> Any:
    pandas: Any = importlib.import_module("pandas")
    try:
        return pandas.Series(values, dtype=dtype or None, index=index)
    except (TypeError, ValueError):  # a dtype written down in another version's words
        return pandas.Series(values, index=index)


def _frame_in(columns: list[Any], index: Any, values: list[Any], dtypes: list[str]) -> Any:
    pandas: Any = importlib.import_module("pandas")
    rows = _index_in(index)
    frame = pandas.DataFrame({i: _column_in(v, d, rows) for i, (v, d) in enumerate(zip(values, dtypes, strict=True))}, index=rows)
    frame.columns = _index_in(columns)
    return frame


def _series_in(name: Any, index: Any, values: Any, dtype: str) -> Any:
    series = _column_in(values, dtype, _index_in(index))
    series.name = name
    return series


def _opaque_in(kind: str, text: str) -> Any:
    return text


LIVE = Makers(tensor=_tensor_in, frame=_frame_in, series=_series_in, opaque=_opaque_in, array=lambda a: a.copy(), scalar=lambda a: a[()])

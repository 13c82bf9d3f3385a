"""Holes in text are filled with a number

Your text columns receive 0 where something was missing. A category is not a quantity: a model, or the next merge, now sees a new "city" called 0. The most frequent category is the filler that exists."""
import pandas as pd
from pandas.api.types import is_numeric_dtype


class Imputer:
    def __init__(self, strategy="mean"):
        if strategy not in ("mean", "median", "most_frequent"):
            raise ValueError(f"unknown strategy {strategy!r}")
        self.strategy = strategy
        self.fillers = None

    def fit(self, frame):
        if frame.isna().all().any():
            raise ValueError("a column has no value to learn from")
        self.fillers = {name: self._filler(frame[name]) for name in frame.columns}
        self.flagged = [name for name in frame.columns if frame[name].isna().any()]
        return self

    def _filler(self, column):
        if is_numeric_dtype(column) and self.strategy != "most_frequent":
            return column.mean() if self.strategy == "mean" else column.median()
        return column.mode().min() if is_numeric_dtype(column) else 0

    def transform(self, frame):
        if self.fillers is None:
            raise RuntimeError("call fit first")
        if list(frame.columns) != list(self.fillers):
            raise ValueError("the columns are not those that fit saw")
        flags = frame[self.flagged].isna().astype(int).add_suffix("_missing")
        return pd.concat([frame.astype({n: object for n in frame if not is_numeric_dtype(frame[n])}).fillna(self.fillers), flags], axis=1)

"""The rows being filled are learned from

Your transform computes its fillers from the frame it is given. On the training part that looks right; on the test part each hole is filled from the test rows, so the same row comes out differently in other company. What fit saw is all that transform may know."""
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
        return column.mode().min()

    def transform(self, frame):
        if self.fillers is None:
            raise RuntimeError("call fit first")
        if list(frame.columns) != list(self.fillers):
            raise ValueError("the columns are not those that fit saw")
        self.fillers = {n: self._filler(frame[n].dropna() if frame[n].notna().any() else pd.Series([self.fillers[n]])) for n in frame.columns}
        flags = frame[self.flagged].isna().astype(int).add_suffix("_missing")
        return pd.concat([frame.fillna(self.fillers), flags], axis=1)

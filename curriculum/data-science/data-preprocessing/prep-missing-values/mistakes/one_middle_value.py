"""The lower of two middle values

For an even number of values the median lies halfway between the two in the middle. You take the lower one. For an odd number nobody notices."""
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
            return column.mean() if self.strategy == "mean" else column.quantile(0.5, interpolation="lower")
        return column.mode().min()

    def transform(self, frame):
        if self.fillers is None:
            raise RuntimeError("call fit first")
        if list(frame.columns) != list(self.fillers):
            raise ValueError("the columns are not those that fit saw")
        flags = frame[self.flagged].isna().astype(int).add_suffix("_missing")
        return pd.concat([frame.fillna(self.fillers), flags], axis=1)

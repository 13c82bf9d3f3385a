"""Empty text is taken for missing

You treat "" as a hole. An empty answer was given and empty; a missing one was not given. Whoever wants them to be the same says so when the file is read. Here only NaN and None are missing."""
import pandas as pd
from pandas.api.types import is_numeric_dtype


class Imputer:
    def __init__(self, strategy="mean"):
        if strategy not in ("mean", "median", "most_frequent"):
            raise ValueError(f"unknown strategy {strategy!r}")
        self.strategy = strategy
        self.fillers = None

    def fit(self, frame):
        frame = frame.replace("", None)
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
        frame = frame.replace("", None)
        flags = frame[self.flagged].isna().astype(int).add_suffix("_missing")
        return pd.concat([frame.fillna(self.fillers), flags], axis=1)

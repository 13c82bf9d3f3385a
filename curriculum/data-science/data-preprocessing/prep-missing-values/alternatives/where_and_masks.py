"""Masks: frame.where for text and numbers alike, booleans as indicators."""
import numpy as np
import pandas as pd


class Imputer:
    _fill = None

    def __init__(self, strategy="mean"):
        if strategy not in {"mean", "median", "most_frequent"}:
            raise ValueError("strategy")
        self.strategy = strategy

    def fit(self, frame):
        mask = frame.isnull()
        if mask.all(axis=0).any():
            raise ValueError("nothing to learn")
        fill = {}
        for c in frame.columns:
            s = frame[c][~mask[c]]
            if self.strategy == "most_frequent" or s.dtype.kind not in "iuf":
                values, counts = np.unique(s.to_numpy().astype(str if s.dtype.kind not in "iuf" else float), return_counts=True)
                fill[c] = values[counts.argmax()]
            elif self.strategy == "mean":
                fill[c] = np.average(s)
            else:
                fill[c] = np.percentile(s, 50)
        self._fill, self._flag = fill, mask.columns[mask.any(axis=0)].tolist()
        return self

    def transform(self, frame):
        if self._fill is None:
            raise RuntimeError("transform before fit")
        if list(self._fill) != frame.columns.tolist():
            raise ValueError("unexpected columns")
        out = frame.copy()
        for c, v in self._fill.items():
            out[c] = frame[c].where(frame[c].notna(), v)
        for c in self._flag:
            out[f"{c}_missing"] = frame[c].isna()
        return out

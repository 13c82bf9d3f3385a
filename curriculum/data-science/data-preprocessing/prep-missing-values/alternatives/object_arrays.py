"""One object array, row by row; booleans 1.0 and 0.0 as indicators."""
import numpy as np
import pandas as pd


class Imputer:
    def __init__(self, strategy="mean"):
        if strategy not in ("mean", "median", "most_frequent"):
            raise ValueError(strategy)
        self.strategy, self.ready = strategy, False

    def fit(self, frame):
        table = frame.to_numpy(dtype=object)
        holes = pd.isna(table)
        if len(table) and holes.all(0).any():
            raise ValueError("empty column")
        self.names = list(frame.columns)
        self.fill = []
        for j in range(table.shape[1]):
            known = table[~holes[:, j], j]
            if isinstance(known[0], str) or self.strategy == "most_frequent":
                ordered = sorted(known)
                self.fill.append(max(ordered, key=ordered.count))
            else:
                numbers = np.array(known, dtype=np.float64)
                self.fill.append(numbers.mean() if self.strategy == "mean" else np.median(numbers))
        self.with_flag = [j for j in range(len(self.names)) if holes[:, j].any()]
        self.ready = True
        return self

    def transform(self, frame):
        if not self.ready:
            raise RuntimeError("not fitted yet")
        if list(frame.columns) != self.names:
            raise ValueError("columns changed")
        table = frame.to_numpy(dtype=object).copy()
        holes = pd.isna(table)
        for i, j in zip(*np.nonzero(holes)):
            table[i, j] = self.fill[j]
        out = pd.DataFrame(table, columns=self.names, index=frame.index).infer_objects()
        for j in self.with_flag:
            out[str(self.names[j]) + "_missing"] = holes[:, j].astype(float)
        return out

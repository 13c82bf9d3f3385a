"""Plain Python per column: statistics and Counter, lists in and out."""
import statistics
from collections import Counter

import pandas as pd


class Imputer:
    def __init__(self, strategy="mean"):
        self.strategy = strategy
        self.learned = {}

    def fit(self, frame):
        if self.strategy not in ["mean", "median", "most_frequent"]:
            raise ValueError(self.strategy)
        self.learned = {}
        for name in frame:
            values = [v for v in frame[name].tolist() if not pd.isna(v)]
            if not values:
                raise ValueError(f"{name} is empty")
            if isinstance(values[0], str) or self.strategy == "most_frequent":
                counts = Counter(values)
                best = max(counts.values())
                fill = sorted(v for v in counts if counts[v] == best)[0]
            else:
                fill = statistics.fmean(values) if self.strategy == "mean" else statistics.median(values)
            self.learned[name] = (fill, len(values) < len(frame))
        return self

    def transform(self, frame):
        if not self.learned:
            raise RuntimeError("fit first")
        if [*frame] != [*self.learned]:
            raise ValueError("columns differ")
        out = {n: [self.learned[n][0] if pd.isna(v) else v for v in frame[n].tolist()] for n in frame}
        for n, (_, flag) in self.learned.items():
            if flag:
                out[n + "_missing"] = [int(pd.isna(v)) for v in frame[n]]
        return pd.DataFrame(out, index=frame.index)

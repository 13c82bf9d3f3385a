"""value_counts on a sorted column, DataFrame.assign, a subclass of RuntimeError."""
import pandas as pd


class NotFitted(RuntimeError):
    pass


class Imputer:
    def __init__(self, strategy="mean"):
        self.strategy = strategy
        self.state = None

    def fit(self, frame):
        how = {"mean": pd.Series.mean, "median": pd.Series.median, "most_frequent": self.top}
        if self.strategy not in how:
            raise ValueError(f"strategy must be one of {sorted(how)}")
        fillers = {}
        for name, column in frame.items():
            known = column.dropna()
            if known.empty:
                raise ValueError(f"column {name} is entirely missing")
            fillers[name] = how[self.strategy](known) if pd.api.types.is_numeric_dtype(known) else self.top(known)
        self.state = fillers, [n for n in frame if frame[n].hasnans]
        return self

    @staticmethod
    def top(known):
        counts = known.value_counts()
        return min(counts[counts == counts.max()].index)

    def transform(self, frame):
        if self.state is None:
            raise NotFitted("use fit before transform")
        fillers, flagged = self.state
        if tuple(frame.columns) != tuple(fillers):
            raise ValueError("columns")
        filled = frame.assign(**{n: frame[n].fillna(v) for n, v in fillers.items()})
        return filled.assign(**{f"{n}_missing": frame[n].isna().astype("int8") for n in flagged})

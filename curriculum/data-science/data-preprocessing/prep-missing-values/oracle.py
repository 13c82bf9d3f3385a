"""scikit-learn's SimpleImputer with add_indicator, one for the numeric columns and one for text."""
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer


class Imputer:
    def __init__(self, strategy="mean"):
        if strategy not in {"mean", "median", "most_frequent"}:
            raise ValueError(strategy)
        self.strategy, self.fitted = strategy, None

    def fit(self, frame):
        self.fitted = {}
        for name in frame.columns:
            numeric = pd.api.types.is_numeric_dtype(frame[name])
            column = self._column(frame[name], numeric)
            if pd.isna(column).all():
                raise ValueError(name)
            imputer = SimpleImputer(strategy=self.strategy if numeric else "most_frequent", missing_values=np.nan if numeric else None, add_indicator=True)
            self.fitted[name] = (numeric, imputer.fit(column))
        return self

    @staticmethod
    def _column(series, numeric):
        if numeric:
            return series.to_numpy(dtype=float).reshape(-1, 1)
        return np.array([[None if pd.isna(v) else v] for v in series], dtype=object)

    def transform(self, frame):
        if self.fitted is None:
            raise RuntimeError("not fitted")
        if list(frame.columns) != list(self.fitted):
            raise ValueError("columns")
        values, flags = {}, {}
        for name, (numeric, imputer) in self.fitted.items():
            column = self._column(frame[name], numeric)
            imputer.set_params()
            if imputer.indicator_ is not None:
                imputer.indicator_.error_on_new = False
            out = imputer.transform(column)
            values[name] = out[:, 0]
            if imputer.indicator_ is not None and len(imputer.indicator_.features_):
                flags[f"{name}_missing"] = out[:, 1].astype(int)
        return pd.DataFrame({**values, **flags}, index=frame.index)

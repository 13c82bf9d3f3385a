"""Fits on one part, transforms others, and looks whether the frames handed in were left alone."""
import numpy as np
import pandas as pd

import answer


def _flat(out):
    """Indicators of True and False count as 1 and 0: the types of columns are free."""
    if not isinstance(out, pd.DataFrame) or not out.columns.is_unique:
        return out
    return out.astype({c: int for c in out.columns if pd.api.types.is_bool_dtype(out[c])})


def run(train, test, strategy="mean"):
    """Fit on train, transform train and test; what came out and whether anything that went in has changed."""
    before = train.copy(), test.copy()
    imputer = answer.Imputer(strategy)
    fitted = imputer.fit(train)
    out = {"train": _flat(fitted.transform(train)), "test": _flat(fitted.transform(test))}
    out["returns_itself"] = fitted is imputer
    out["unchanged"] = bool(before[0].equals(train) and before[1].equals(test))
    out["index"] = [list(map(str, out["train"].index)) == list(map(str, train.index)), list(map(str, out["test"].index)) == list(map(str, test.index))]
    return out


def by_default(train, test):
    """The strategy left out."""
    return _flat(answer.Imputer().fit(train).transform(test))


def twice(first, second, test):
    """Fit on first, then on second: only the second counts."""
    imputer = answer.Imputer("median")
    imputer.fit(first)
    imputer.transform(first)
    imputer.fit(second)
    return _flat(imputer.transform(test))


def row_by_row(train, test):
    """A row alone must come out as it does among others."""
    imputer = answer.Imputer("mean").fit(train)
    return pd.concat([_flat(imputer.transform(test.iloc[[i]])) for i in range(len(test))])


def unfitted(test):
    return answer.Imputer("mean").transform(test)


def carbon_dioxide(weeks, strategy):
    """The weekly CO2 record of Mauna Loa: fit on the first weeks, transform the rest; the filled values of the rest."""
    from statsmodels.datasets import co2

    frame = co2.load_pandas().data.reset_index(drop=True)
    frame["month"] = [f"m{(i // 4) % 12:02d}" if i % 17 else None for i in range(len(frame))]
    out = answer.Imputer(strategy).fit(frame.iloc[:weeks]).transform(frame.iloc[weeks:])
    rest = frame.iloc[weeks:]
    return {"rows": len(out), "columns": [str(c) for c in out.columns], "filled": np.asarray(out["co2"], float)[rest["co2"].isna().to_numpy()],
            "months": sorted(set(out["month"][rest["month"].isna()])), "flags": int(np.sum(out.iloc[:, 2:].to_numpy()))}


def wine(rows, columns, strategy):
    """scikit-learn's wine table with holes at (rows, columns): fit on the first 100 wines, transform the others."""
    from sklearn.datasets import load_wine

    frame = load_wine(as_frame=True).data.copy()
    values = frame.to_numpy().copy()
    values[rows, columns] = np.nan
    frame = pd.DataFrame(values, columns=frame.columns)
    out = answer.Imputer(strategy).fit(frame.iloc[:100]).transform(frame.iloc[100:])
    return {"columns": [str(c) for c in out.columns], "values": np.asarray(out, float)}

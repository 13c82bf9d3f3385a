"""Hands a fresh copy of the orders to the answer and looks whether it came back unchanged."""
import warnings

import pandas as pd

import answer

warnings.simplefilter("ignore")


def by_country(orders, least=0, offset=0):
    """The table as plain rows; the index is shifted to show that it plays no part."""
    orders.index = range(offset, offset + 3 * len(orders), 3)
    before = orders.copy(deep=True)
    out = answer.revenue_by_country(orders, least) if least != 0 else answer.revenue_by_country(orders)
    if not isinstance(out, pd.DataFrame):
        return {"columns": [type(out).__name__], "rows": [], "unchanged": True}
    rows = [[None if pd.isna(v) else (v if isinstance(v, str) else float(v)) for v in row] for row in out.itertuples(index=False, name=None)]
    return {"columns": [str(c) for c in out.columns], "rows": rows, "unchanged": bool(before.equals(orders)) and list(before.columns) == list(orders.columns)}


def mean(orders, least=0):
    value = answer.mean_order(orders, least) if least != 0 else answer.mean_order(orders)
    return float(value)

"""Groups by a loop over unique keys, concatenated rows."""
import pandas as pd


def _filter(orders, least):
    mask = orders["status"].isin(["paid"]).mul(orders["amount"].fillna(float("-inf")) > least)
    return orders[mask.astype(bool)]


def revenue_by_country(orders, least=0):
    kept = _filter(orders, least)
    total = kept["amount"].sum()
    rows = []
    for key in kept["country"].unique():
        part = kept[kept["country"].isna()] if pd.isna(key) else kept[kept["country"] == key]
        s = part["amount"].sum()
        rows.append((key, len(part), s, s / len(part), s / total))
    out = pd.DataFrame(rows, columns=["country", "orders", "revenue", "mean", "share"])
    cents = out["revenue"].astype(float).round(2)
    out["rank"] = cents.rank(ascending=False, method="min")
    out["c"] = -cents
    return out.sort_values(by=["c", "country"]).drop(columns="c")


def mean_order(orders, least=0):
    return float(_filter(orders, least)["amount"].mean())

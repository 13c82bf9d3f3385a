"""Counts before the filter

Your `orders` counts all orders of the country, whether kept or not, so revenue per order and count no longer fit together. Count the same rows that you add up."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.groupby("country", dropna=False).agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["orders"] = [int((orders["country"].isna() if pd.isna(c) else orders["country"] == c).sum()) for c in table["country"]]
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"].round(2)
    table["rank"] = rounded.rank(method="min", ascending=False)
    return table.assign(rounded=-rounded).sort_values(["rounded", "country"], na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

"""Sums are compared to the last bit

You rank and sort the raw sums. 0.1 + 0.2 and 0.3 differ in float64 in the seventeenth digit, so one of two countries with the same revenue comes out ahead. Money has two decimals; compare it that way."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.groupby("country", dropna=False).agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"]
    table["rank"] = rounded.rank(method="min", ascending=False)
    return table.assign(rounded=-rounded).sort_values(["rounded", "country"], na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

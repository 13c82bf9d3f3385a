"""Countries with equal revenue stand in falling order

You sort by revenue and country with one direction for both, so equal revenues come out from Z to A. Only the revenue falls; the names rise."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.groupby("country", dropna=False).agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"].round(2)
    table["rank"] = rounded.rank(method="min", ascending=False)
    return table.assign(rounded=rounded).sort_values(["rounded", "country"], ascending=False, na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

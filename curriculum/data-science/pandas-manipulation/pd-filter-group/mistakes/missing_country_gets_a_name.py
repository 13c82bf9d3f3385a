"""The missing country is given a name

You fill the missing country with a word before grouping. The sums come out right, but the report now has a country of that name, and whoever joins it with a list of countries looks for it. In the result it stays missing."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.fillna({"country": "unknown"}).groupby("country").agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"].round(2)
    table["rank"] = rounded.rank(method="min", ascending=False)
    return table.assign(rounded=-rounded).sort_values(["rounded", "country"], na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

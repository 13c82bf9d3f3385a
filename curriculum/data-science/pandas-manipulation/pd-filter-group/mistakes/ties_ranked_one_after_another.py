"""Equal revenues get different ranks

Of two countries with the same revenue you rank one above the other, by nothing but their place in the table. Equal revenues share the better rank, and the next rank is skipped."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.groupby("country", dropna=False).agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"].round(2)
    table["rank"] = rounded.rank(method="first", ascending=False)
    return table.assign(rounded=-rounded).sort_values(["rounded", "country"], na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

"""Ranks leave no gap after a tie

After two countries on rank 2 you go on with 3. A rank says how many are ahead, plus one; after a tie of two, three are ahead."""
import pandas as pd

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]


def _kept(orders, least):
    return orders[(orders["status"] == "paid") & (orders["amount"] > least)]


def revenue_by_country(orders, least=0):
    kept = _kept(orders, least)
    table = kept.groupby("country", dropna=False).agg(orders=("amount", "size"), revenue=("amount", "sum"), mean=("amount", "mean")).reset_index()
    table["share"] = table["revenue"] / table["revenue"].sum()
    rounded = table["revenue"].round(2)
    table["rank"] = rounded.rank(method="dense", ascending=False)
    return table.assign(rounded=-rounded).sort_values(["rounded", "country"], na_position="last")[COLUMNS]


def mean_order(orders, least=0):
    return _kept(orders, least)["amount"].mean()

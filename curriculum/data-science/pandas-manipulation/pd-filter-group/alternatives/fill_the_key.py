"""The missing key gets a name that sorts last and is taken out again; loc with both conditions."""
import numpy as np
import pandas as pd

LAST = chr(0x10FFFF)


def revenue_by_country(orders, least=0):
    rows = orders.loc[orders["status"].eq("paid") & orders["amount"].gt(least), ["country", "amount"]].copy()
    rows["country"] = rows["country"].astype(object).where(rows["country"].notna(), LAST)
    stats = rows.groupby("country", as_index=False).agg(orders=("amount", "count"), revenue=("amount", "sum"), mean=("amount", "mean"))
    stats["revenue"] = stats["revenue"].round(2)
    stats = stats.sort_values(["revenue", "country"], ascending=[False, True])
    stats["share"] = stats["revenue"] / stats["revenue"].sum()
    stats["rank"] = stats["revenue"].rank(ascending=False, method="min").astype(int)
    stats["country"] = stats["country"].replace(LAST, np.nan)
    return stats


def mean_order(orders, least=0):
    amounts = orders["amount"].to_numpy(dtype=float)
    keep = (orders["status"] == "paid").to_numpy() & (amounts > least)
    return np.mean(amounts[keep]) if keep.any() else np.nan

"""query with local variables, transform for shares, a stable sort in two passes."""
import pandas as pd


def keep(orders, least):
    return orders.query("status == 'paid' and amount > @least")


def revenue_by_country(orders, least=0):
    kept = keep(orders, least)
    groups = kept.groupby("country", dropna=False)["amount"]
    out = pd.DataFrame({"orders": groups.size(), "revenue": groups.sum()}).reset_index()
    out["mean"] = out.revenue / out.orders
    out["share"] = out.revenue / kept.amount.sum()
    out["rank"] = [int((out.revenue.round(2) > round(r, 2)).sum()) + 1 for r in out.revenue]
    out = out.sort_values("country", na_position="last").sort_values("rank", kind="stable")
    return out[["country", "orders", "revenue", "mean", "share", "rank"]].reset_index(drop=True)


def mean_order(orders, least=0):
    kept = keep(orders, least)
    return kept.amount.sum() / len(kept) if len(kept) else float("nan")

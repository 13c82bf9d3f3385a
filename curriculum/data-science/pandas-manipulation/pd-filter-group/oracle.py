"""A dictionary of lists, row by row, without groupby."""
import pandas as pd


def _kept(orders, least):
    for country, status, amount in zip(orders["country"].tolist(), orders["status"].tolist(), orders["amount"].tolist()):
        if status == "paid" and amount is not None and amount > least:
            yield (None if pd.isna(country) else country), amount


def revenue_by_country(orders, least=0):
    groups = {}
    for country, amount in _kept(orders, least):
        groups.setdefault(country, []).append(amount)
    total = sum(map(sum, groups.values()))
    cents = {c: round(sum(a), 2) for c, a in groups.items()}
    rows = [{"country": c, "orders": len(a), "revenue": sum(a), "mean": sum(a) / len(a), "share": sum(a) / total, "rank": 1 + sum(v > cents[c] for v in cents.values())} for c, a in groups.items()]
    rows.sort(key=lambda r: (-cents[r["country"]], r["country"] is None, r["country"] or ""))
    return pd.DataFrame(rows, columns=["country", "orders", "revenue", "mean", "share", "rank"])


def mean_order(orders, least=0):
    amounts = [a for _, a in _kept(orders, least)]
    return sum(amounts) / len(amounts) if amounts else float("nan")

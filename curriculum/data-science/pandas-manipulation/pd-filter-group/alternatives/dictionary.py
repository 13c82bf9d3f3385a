"""Plain Python over records."""
import math

import pandas as pd


def paid(orders, least):
    return [r for r in orders.to_dict("records") if r["status"] == "paid" and r["amount"] > least]


def revenue_by_country(orders, least=0):
    amounts = {}
    for r in paid(orders, least):
        key = r["country"] if isinstance(r["country"], str) else None
        amounts.setdefault(key, []).append(r["amount"])
    total = math.fsum(a for group in amounts.values() for a in group)
    revenue = {k: round(math.fsum(v), 2) for k, v in amounts.items()}
    order = sorted(amounts, key=lambda k: (-revenue[k], k is None, str(k)))
    table = {name: [] for name in ("country", "orders", "revenue", "mean", "share", "rank")}
    for k in order:
        n = len(amounts[k])
        for name, value in zip(table, (k, n, revenue[k], revenue[k] / n, revenue[k] / total, 1 + sum(v > revenue[k] for v in revenue.values()))):
            table[name].append(value)
    return pd.DataFrame(table)


def mean_order(orders, least=0):
    values = [r["amount"] for r in paid(orders, least)]
    return math.fsum(values) / len(values) if values else math.nan

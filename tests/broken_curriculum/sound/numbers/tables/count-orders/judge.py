"""Count the orders."""

import numpy as np

from gradus.judging import database, each, same_rows, table

CUSTOMERS, ORDERS = "id INTEGER, name TEXT", "id INTEGER, customer INTEGER"
EXPECTED = {"example": {"columns": ["name", "orders"], "rows": [["Ada", 2], ["Bo", 0]]}}


def PROBES(rng: np.random.Generator) -> dict:
    example = database(customers=table(CUSTOMERS, [[1, "Ada"], [2, "Bo"]]), orders=table(ORDERS, [[1, 1], [2, 1]]))
    probes = {"example": example}
    for i in range(12):
        n, m = (int(x) for x in rng.integers(1, 9, 2))
        people = [[k, str(rng.choice(["Ada", "Bo", "Cy"]))] for k in range(1, n + 1)]
        bought = [[k, int(rng.integers(1, n + 1))] for k in range(1, m + 1)]
        probes[f"random {i}"] = database(customers=table(CUSTOMERS, people), orders=table(ORDERS, bought))
    return probes


@each()
def rows_agree(got, ideal, probe):
    """Every customer stands there once with the number of orders."""
    return same_rows(got, ideal)

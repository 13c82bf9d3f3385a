"""The scaffold of an sql step: customers with the number of their orders."""

from __future__ import annotations

import textwrap

from gradus.content.scaffold.slug import slug
from gradus.vocabulary import PlannedStep


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    out = {
        **_FIXED,
        "lesson.md": _LESSON.replace("TITLE", planned.title).replace("TASK", textwrap.fill(planned.task, 100)),
        "judge.py": _JUDGE.replace("TITLE", planned.title),
    }
    for n, name in enumerate(mistakes):
        out[f"mistakes/{slug(name)}.sql"] = _MISTAKE.replace("NAME", name).replace("OFF", str(n + 1))
    for n in range(alternatives):
        out[f"alternatives/way_{n + 1}.sql"] = _ALTERNATIVES[n % len(_ALTERNATIVES)]
    return out


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea.

## A worked example

TODO With its tables and its result: of 2 customers, Ada has 2 orders and Bo has 0.

## The task

The roadmap says: TASK

TODO Every rule that is judged. The tables are `customers(id, name)` and `orders(id, customer)`. Return the columns `name` and
`orders`: every customer with the number of orders, 0 without any. The order of the rows does not matter.
"""

_FIXED = {
    "worked.py": '''"""TODO Every figure of the lesson, computed with SQLite."""

import sqlite3


def worked():
    """Two customers and what they ordered."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE customers (id INTEGER, name TEXT)")
    shop.execute("CREATE TABLE orders (id INTEGER, customer INTEGER)")
    shop.executemany("INSERT INTO customers VALUES (?, ?)", [(1, "Ada"), (2, "Bo")])
    shop.executemany("INSERT INTO orders VALUES (?, ?)", [(1, 1), (2, 1)])
    (customers,) = shop.execute("SELECT COUNT(*) FROM customers").fetchone()
    counted = "SELECT c.name, COUNT(o.id) FROM customers c LEFT JOIN orders o ON o.customer = c.id GROUP BY c.id, c.name"
    return [customers, shop.execute(counted).fetchall()]
''',
    "starter.sql": "-- TODO What is to be written here.\nSELECT name, 0 AS orders\nFROM customers\n",
    "solution.sql": """-- TODO How it is done, and why so.
SELECT c.name, COUNT(o.customer) AS orders
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
""",
    "oracle.py": '''"""TODO An independent answer, by pandas or plain Python."""


def run(tables):
    orders = [row[1] for row in tables["orders"]["rows"]]
    return {"columns": ["name", "orders"], "rows": [[name, orders.count(i)] for i, name in tables["customers"]["rows"]]}
''',
}

_JUDGE = '''"""TITLE."""

import numpy as np

from gradus.judging import database, each, same_rows, table

CUSTOMERS, ORDERS = "id INTEGER, name TEXT", "id INTEGER, customer INTEGER"
# TODO worked by hand, not from the solution
EXPECTED = {"example": {"columns": ["name", "orders"], "rows": [["Ada", 2], ["Bo", 0]]}}


def PROBES(rng: np.random.Generator) -> dict:
    example = database(customers=table(CUSTOMERS, [[1, "Ada"], [2, "Bo"]]), orders=table(ORDERS, [[1, 1], [2, 1]]))
    probes = {"example": example, "empty": database(customers=table(CUSTOMERS, []), orders=table(ORDERS, []))}
    for i in range(12):
        n, m = (int(x) for x in rng.integers(1, 9, 2))
        people = [[k, str(rng.choice(["Ada", "Bo", "Cy", "Di"]))] for k in range(1, n + 1)]
        bought = [[k, int(rng.integers(1, n + 1))] for k in range(1, m + 1)]
        probes[f"random {i}"] = database(customers=table(CUSTOMERS, people), orders=table(ORDERS, bought))
    return probes


@each()
def rows_agree(got, ideal, probe):
    """Every customer appears once with the number of orders."""
    return same_rows(got, ideal)
'''

_MISTAKE = """-- NAME
-- TODO What the query believes, why it looks right, where it breaks.
SELECT c.name, COUNT(o.customer) + OFF AS orders
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
"""

_ALTERNATIVES = (
    """-- Counted by a subquery
SELECT c.name, (SELECT COUNT(*) FROM orders o WHERE o.customer = c.id) AS orders
FROM customers c
""",
    """-- Counted first, joined then
SELECT c.name, COALESCE(n.orders, 0) AS orders
FROM customers c
LEFT JOIN (SELECT customer, COUNT(*) AS orders FROM orders GROUP BY customer) n ON n.customer = c.id
""",
)

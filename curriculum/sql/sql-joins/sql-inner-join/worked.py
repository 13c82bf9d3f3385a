"""The figures of the lesson, computed with SQLite."""

import sqlite3

CUSTOMERS = [(1, "Ana"), (2, "Bo"), (3, "Chidi")]
ORDERS = [("north", 1, 1, "Ana", 400), ("north", 2, 2, "Bo", 400), ("south", 1, 1, "Ana", 250)]
ITEMS = [("north", 1, "mug", 2, 900), ("north", 1, "pen", 1, 150), ("north", 2, "pen", 4, 150), ("south", 1, "lamp", 1, 3000)]
ON = "i.shop = o.shop AND i.number = o.number"
FANNED = f"SELECT o.shipping FROM orders o JOIN items i ON {ON} WHERE o.customer_id = 1"
REPORT = f"""
WITH bought AS (
    SELECT o.customer_id, o.shipping, SUM(i.quantity * i.price) AS goods
    FROM orders o JOIN items i ON {ON} GROUP BY o.shop, o.number
)
SELECT c.id, COUNT(*), SUM(b.goods), SUM(b.shipping) FROM customers c JOIN bought b ON b.customer_id = c.id GROUP BY c.id
"""


def worked():
    """Ana's shipping with the fan-out and without, the report, and its check by conservation."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE customers (id INTEGER, name TEXT)")
    shop.execute("CREATE TABLE orders (shop TEXT, number INTEGER, customer_id INTEGER, customer_name TEXT, shipping INTEGER)")
    shop.execute("CREATE TABLE items (shop TEXT, number INTEGER, product TEXT, quantity INTEGER, price INTEGER)")
    for name, rows in (("customers", CUSTOMERS), ("orders", ORDERS), ("items", ITEMS)):
        shop.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    fanned = [fee for (fee,) in shop.execute(FANNED)]
    lines = [quantity * price for *_, quantity, price in ITEMS]
    report = shop.execute(REPORT).fetchall()
    if sum(goods for _, _, goods, _ in report) != sum(lines):
        raise ValueError("goods are not conserved")
    return [CUSTOMERS, ORDERS, ITEMS, fanned, sum(fanned), report, lines, sum(lines)]

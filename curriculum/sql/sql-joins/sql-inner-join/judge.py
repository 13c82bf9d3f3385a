"""Totals per customer over a one-to-many join: each order and each item counted exactly once."""
import numpy as np

from gradus.judging import Miss, database, each, same_rows, table

COLUMNS = ["id", "name", "orders", "goods", "shipping"]
EXPECTED = {"example": {"columns": COLUMNS, "rows": [[1, "Ana", 2, 4950, 650], [2, "Bo", 1, 600, 400]]}}
NAMES = ["Ana", "Bo", "Chidi", "Zoë", "Đorđe", "李雷", "O'Neil", "Ana"]
SHOPS, FEES = ["north", "south", "Ölmühle"], [None, 0, 250, 400, 490]


def shop(customers, orders, items):
    return database(
        customers=table("id INTEGER, name TEXT", customers),
        orders=table("shop TEXT, number INTEGER, customer_id INTEGER, customer_name TEXT, shipping INTEGER", orders),
        items=table("shop TEXT, number INTEGER, product TEXT, quantity INTEGER, price INTEGER", items))


def drawn(rng, people, orders, lines, names=None):
    """A fifth of the orders stays without items, a tenth without a known customer; names differ unless they are given."""
    who = [[10 + 3 * i, names[i % len(names)] if names else f"{NAMES[i % 8]} {i}"] for i in rng.permutation(people)]
    placed, items = [], []
    for n in range(orders):
        c = who[rng.integers(people)]
        owner = c[0] if rng.random() < 0.9 else [None, 7000 + n][n % 2]
        placed.append([SHOPS[n % 3], n // 3 + 1, owner, c[1], FEES[rng.integers(5)]])
    for n in range(lines):
        items.append([*placed[rng.integers(max(1, 4 * orders // 5))][:2], f"p{rng.integers(9)}", int(rng.integers(1, 6)), 100 + 7 * n % 1900])
    return shop(who, placed, items)


def PROBES(rng: np.random.Generator) -> dict:
    people, fee, k = [[1, "Ana"], [2, "Bo"], [3, "Chidi"]], int(rng.integers(2, 9)) * 50, int(rng.integers(3, 20))
    orders = [["north", 1, 1, "Ana", 400], ["north", 2, 2, "Bo", 400], ["south", 1, 1, "Ana", 250]]
    items = [["north", 1, "mug", 2, 900], ["north", 1, "pen", 1, 150], ["north", 2, "pen", 4, 150], ["south", 1, "lamp", 1, 3000]]
    one, twins = [["north", 5, 2, "Bo", fee]], [[4, "Zoë"], [9, "Zoë"]]
    both = [["north", 1, 4, "Zoë", fee], ["north", 2, 9, "Zoë", 90]]
    free, pair = [["north", n, 3, "Chidi", None] for n in (1, 2)], [["north", n, "mug", 1, 400 + k] for n in (1, 2)]
    cross = [["north", 1, 1, "Ana", fee], ["south", 1, 1, "Ana", fee + 10]]
    probes = {
        "example": shop(people, orders, items), "one item": shop(people, one, [["north", 5, "mug", 1, 700]]),
        "several items in one order": shop(people, one, [["north", 5, f"p{i}", 1, 100 + i] for i in range(k)]),
        "equal fees": shop(people, [["north", n, 2, "Bo", fee] for n in (1, 2)], pair),
        "equal lines": shop(people, one, [["north", 5, "pen", 1, 150]] * 3),
        "many pieces": shop(people, one, [["north", 5, "pen", k, 150]]), "nothing charged": shop(people, free, pair),
        "two of one name": shop(twins, both, pair), "one number in two shops": shop(people, cross, [["north", 1, "mug", 1, 900], ["south", 1, "lamp", 1, 31]]),
        "orders without items": shop(people, orders, items[3:]), "no items": shop(people, orders, []), "empty tables": shop([], [], []),
        "guests and strangers": shop(people, [["north", 1, None, "Ana", fee], ["north", 2, 77, "Bo", 60]], [*items[:3], ["west", 9, "mug", 1, 1]]),
    }
    probes |= {f"random {i}": drawn(rng, *(int(n) for n in rng.integers([2, 3, 4], [7, 14, 30]))) for i in range(4)}
    return probes | {"shared names": drawn(rng, 6, 14, 40, names=NAMES[4:7]), "large": drawn(rng, 80, 1000, 2500, names=NAMES)}


def beside(say, got, ideal):
    """The sentence, and both results beside each other."""
    return Miss(say, view=getattr(same_rows(got, ideal), "view", None))


@each()
def customers(got, ideal):
    """There is one row for every customer with at least one order that holds items, and no other."""
    a, b = [r[0] for r in got["rows"]], [r[0] for r in ideal["rows"]]
    if extra := [x for x in a if x not in b or a.count(x) > 1]:
        return beside(f"A row for id {extra[0]} should not be there, or not so often: yours has {len(a)} rows, expected {len(b)}.", got, ideal)
    return next((beside(f"The customer with id {x} is missing: yours has {len(a)} rows, expected {len(b)}.", got, ideal) for x in b if x not in a), None)

@each()
def goods_are_conserved(got, ideal, probe):
    """All goods together are worth what the items of orders with a known customer are worth: none is lost or counted twice."""
    people, orders, items = (probe.args[0][t]["rows"] for t in ("customers", "orders", "items"))
    known = {c[0] for c in people}
    owned = {(o[0], o[1]) for o in orders if o[2] in known}
    worth, yours = sum(i[3] * i[4] for i in items if (i[0], i[1]) in owned), sum(r[3] for r in got["rows"] if isinstance(r[3], (int, float)))
    return None if yours == worth else beside(f"Your goods add up to {yours}, the items to {worth}.", got, ideal)

@each()
def rows(got, ideal):
    """Every row holds the right number of orders, goods and shipping (each order once), and the rows are sorted by id."""
    return same_rows(got, ideal, ordered=True)

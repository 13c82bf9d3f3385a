"""The figures of the lesson, computed by walking down the tree in Python."""

CATEGORIES = {
    1: ("Home", None),
    2: ("Kitchen", 1),
    3: ("Knives", 2),
    4: ("Garden", 1),
    5: ("Books", None),
    6: ("Lost", 99),
    7: ("Egg", 8),
    8: ("Hen", 7),
}
SALES = [(2, 100), (3, 40), (3, 25), (1, 7), (6, 500), (7, 900)]


def worked():
    """Depth, own sales and total of all that a root leads to."""
    roots = [i for i, (_, parent) in CATEGORIES.items() if parent is None]
    found = [row for root in roots for row in _below(root, 0)]
    counted = [amount for i, amount in SALES if i in {row[0] for row in found}]
    totals = [row[3] for row in found if row[0] in roots]
    if sum(totals) != sum(counted):
        raise ValueError("sales are not conserved")
    return [list(CATEGORIES.items()), SALES, found, totals, counted]


def _below(i, depth):
    """(id, depth, own, total) of a category and of all below it."""
    deeper = [row for child, (_, parent) in CATEGORIES.items() if parent == i for row in _below(child, depth + 1)]
    own = sum(amount for category, amount in SALES if category == i)
    return [(i, depth, own, own + sum(row[2] for row in deeper)), *deeper]

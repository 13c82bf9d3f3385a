"""The state that a right merge leaves, worked out from the description of the start without git."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from_cents = Decimal("0.01")
CARTS = [
    [], [10], [99.99], [100], [60, 40.004], [33.335, 33.335, 33.33], [0.125, 0.25], [50, 49.996], [19.99] * 7, [111.115], [250.0, 0.005], [-5, 120.129],
]


def charge(cart):
    amount = 0.0
    for price in cart:
        amount = amount + price
    if Fraction(amount) >= 100:
        amount = amount * 0.9
    return float(Decimal(amount).quantize(from_cents, ROUND_HALF_EVEN))


def run(start):
    commits, tips, trees = [], {}, []
    for c in start["commits"]:
        parent = tips.get(c["branch"], tips.get(c["start"]))
        tree = dict(trees[parent]) if parent is not None else {}
        tree.update(c["files"])
        trees.append({p: t for p, t in tree.items() if t is not None})
        commits.append({"parents": [] if parent is None else [parent], "author": c["author"], "message": c["message"], "tree": trees[-1]})
        tips[c["branch"]] = len(commits) - 1
    base = commits.index(next(c for i, c in enumerate(commits) if i == _fork(start["commits"])))
    ours, theirs, old = trees[tips["main"]], trees[tips["discount"]], trees[base]
    merged = {}
    for path in {*ours, *theirs}:
        text = theirs.get(path) if ours.get(path) == old.get(path) else ours.get(path)
        if text is not None:
            merged[path] = text
    merged["price.py"] = "def total(prices): ...\n"
    head = len(commits)
    commits.append({"parents": [tips["main"], tips["discount"]], "author": "You <you@example.org>", "message": "Merge", "tree": merged})
    return {
        "repository": True, "branch": "main", "head": head, "branches": {"main": head, "discount": tips["discount"]}, "tags": {},
        "commits": commits, "started_with": head, "kept": list(range(head)), "status": [], "under_way": "", "stash": 0, "files": merged,
        "config": {}, "given": {}, "look": {"totals": [charge(cart) for cart in CARTS]},
    }


def _fork(described):
    """The last commit of main before discount begins."""
    first = next(i for i, c in enumerate(described) if c["branch"] == "discount")
    return max(i for i in range(first) if described[i]["branch"] == "main")

"""Paths, depths and subtree totals of a category forest with holes and cycles."""
import numpy as np

from gradus.judging import Miss, database, each, same_rows, same_set, table

EXPECTED = {"example": {
    "columns": ["id", "path", "depth", "own", "total"],
    "rows": [[5, "Books", 0, 0, 0], [1, "Home", 0, 7, 172], [4, "Home/Garden", 1, 0, 0],
             [2, "Home/Kitchen", 1, 100, 165], [3, "Home/Kitchen/Knives", 2, 65, 65]],
}}
NAMES = ["Home", "Homeware", "Kitchen", "Knives", "Garden", "Books", "Äpfel", "厨房", "A/B", "100%", "a_b", "O'Neil", "Home"]


def tree(categories, sales):
    return database(categories=table("id INTEGER, name TEXT, parent_id INTEGER", categories),
                    sales=table("category_id INTEGER, amount INTEGER", sales))


def drawn(rng, n, sold, back=6, lost=0.1):
    """A forest in shuffled order: each category hangs below one of the `back` before it, is a root, or (a tenth) has no parent that exists."""
    ids = [int(i) for i in rng.permutation(np.arange(3, 3 + 2 * n))[:n]]
    categories = []
    for k, i in enumerate(ids):
        parent = None if k == 0 or rng.random() < 0.12 else ids[int(rng.integers(max(0, k - back), k))]
        categories.append([i, NAMES[rng.integers(len(NAMES))], 900_000 + k if k and rng.random() < lost else parent])
    owners = [*ids[: max(1, 4 * n // 5)], None, 999_999]
    sales = [[owners[rng.integers(len(owners))], None if rng.random() < 0.1 else int(rng.integers(-20, 200))] for _ in range(sold)]
    return tree([categories[i] for i in rng.permutation(n)], sales)


def chain(names):
    return [[i + 1, name, i or None] for i, name in enumerate(names)]


def PROBES(rng: np.random.Generator) -> dict:
    example = [[1, "Home", None], [2, "Kitchen", 1], [3, "Knives", 2], [4, "Garden", 1], [5, "Books", None], [6, "Lost", 99]]
    a, b = int(rng.integers(10, 90)), int(rng.integers(100, 900))
    knives = [[2, 100], [3, 40], [3, 25], [1, 7], [6, 500]]
    probes = {
        "example": tree([*example, [7, "Egg", 8], [8, "Hen", 7]], [*knives, [7, 900]]),
        "roots only": tree([[4, "Garden", None], [2, "Books", None]], [[2, a], [2, b]]),
        "parent and child": tree(chain(["Home", "Garden"]), [[1, a], [2, b]]),
        "three levels": tree(chain(["Home", "Kitchen", "Knives"]), [[1, a], [2, b], [3, a + b]]),
        "five levels": tree(chain(["A", "B", "C", "D", "E"]), [[5, a], [5, b], [3, 1]]),
        "two children": tree([[1, "Home", None], [2, "Kitchen", 1], [3, "Garden", 1]], [[2, a], [3, b], [1, 5]]),
        "no sales": tree(example, []),
        "returns and unknown amounts": tree(chain(["Home", "Garden"]), [[2, None], [1, -a], [1, None]]),
        "equal sales": tree(chain(["Home", "Garden"]), [[2, a], [2, a], [1, a]]),
        "a parent that is missing": tree([[1, "Home", None], [2, "Lost", 77], [3, "Knives", 2]], [[1, a], [3, b]]),
        "sales of nothing": tree(chain(["Home"]), [[None, a], [55, b], [1, 3]]),
        "one name begins another": tree([[1, "Home", None], [2, "Homeware", None], [3, "Garden", 1]], [[1, a], [2, b], [3, 3]]),
        "one name twice": tree([[1, "Home", None], [3, "Home", None], [2, "Garden", 3], [5, "Garden", 3]], [[2, a], [5, b], [1, 3]]),
        "slash and percent": tree([[1, "A/B", None], [2, "A", None], [3, "B", 2], [4, "100%", 2], [5, "100 a_b", 2]], [[1, a], [3, b], [5, 9]]),
        "its own parent": tree([[1, "Home", None], [2, "Egg", 2], [3, "Hen", 2]], [[1, a], [2, b], [3, 9]]),
        "deep": tree(chain([f"n{i}" for i in range(150)]), [[150, a], [75, b], [1, 2]]),
        "empty tables": tree([], []), "no categories": tree([], [[1, a]]),
    }
    probes |= {f"random {i}": drawn(rng, int(rng.integers(4, 14)), int(rng.integers(3, 25))) for i in range(5)}
    return probes | {"large": drawn(rng, 250, 2200, back=25)}


@each()
def reached(got, ideal):
    """Exactly the categories that a root leads to are there, with their paths and depths."""
    miss = same_set([tuple(r[:3]) for r in got["rows"]], [tuple(r[:3]) for r in ideal["rows"]])
    return miss and Miss(f"Of (id, path, depth): {miss.say}")


@each()
def conserved(got, ideal):
    """The totals of the roots are together what all shown categories sold themselves: nothing is lost, nothing counted twice."""
    roots = [r[4] for r in got["rows"] if r[2] == 0 and isinstance(r[4], (int, float))]
    own = sum(r[3] for r in ideal["rows"])
    return None if sum(roots) == own else Miss(f"Your totals of the roots add up to {sum(roots)}, the sales to {own}.")


@each()
def rows(got, ideal):
    """Every own and every total is right, and the rows are sorted by path, then id."""
    return same_rows(got, ideal, ordered=True)

"""Entry by entry, and each rule by its numbers: both sides for random matrices."""

import numpy as np
from numpy.linalg import inv


def transpose(a):
    return [[a[i][j] for i in range(len(a))] for j in range(len(a[0]))]


def product(a, b):
    return [[sum(a[j][k] * b[k][i] for k in range(2)) for j in range(2)] for i in range(2)]


def symmetric_part(a):
    n = len(a)
    return [[(a[i][j] + a[j][i]) / 2 for j in range(n)] for i in range(n)]


def shape(name, shapes):
    """The shape that NumPy gives for matrices of ones."""
    code = name.replace("^{\\mathsf T}", ".T").replace(")A", ")@A").replace(")B", ")@B").replace("TB", "T@B").replace("AB", "A@B")
    return " ".join(map(str, eval(code, {k: np.ones(v) for k, v in shapes.items()}).shape))


def _agree(sides):
    rng = np.random.default_rng(7)
    for _ in range(5):
        a, b, c, s, r = rng.normal(size=(5, 3, 3))
        x, y = rng.normal(size=(2, 3))
        names = {"A": a, "B": b, "C": c, "S": s + s.T, "R": r + r.T, "x": x, "y": y, "I": np.eye(3), "inv": inv, "np": np}
        left, right = (eval(side, names) for side in sides)
        if not np.allclose(left, right):
            return False
    return True


def holds(rules, wanted):
    (found,) = [text for text, sides in rules.items() if _agree(sides) == wanted]
    return found


def fails(rules, wanted):
    return holds(rules, wanted)


def always_symmetric(rules, wanted):
    return holds(rules, wanted)

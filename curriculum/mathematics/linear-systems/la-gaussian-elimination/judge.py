"""Reduced row echelon form, the operations that lead to it, and the choice of pivots."""

import numpy as np
from gradus.judging import Miss, close, each, script

EXPECTED = {
    "worked example": ([[1.0, 0, 5], [0, 1, -2]], [("swap", 0, 1), ("scale", 0, 0.5), ("add", 1, 0, -1.0), ("scale", 1, -1.0), ("add", 0, 1, -2.0)]),
    "propane": ([[1.0, 0, 0, -0.25], [0, 1, 0, -1.25], [0, 0, 1, -0.75]],
                [("swap", 0, 1), ("scale", 0, 0.125), ("add", 1, 0, -3.0), ("swap", 1, 2), ("scale", 1, 0.5), ("scale", 2, -1.0), ("add", 1, 2, 1.0)]),
    "zero matrix": ([[0.0, 0, 0], [0, 0, 0]], [])}
SMALL = {"worked example": [[1, 1, 3], [2, 4, 2]], "propane": [[3, 0, -1, 0], [8, 0, 0, -2], [0, 2, -2, -1]], "one entry": [[-4.0]], "one zero": [[0.0]],
         "zero in front": [[0.0, 2, 4], [3, 1, 5]], "column without pivot": [[1.0, 2, 3], [2, 4, 7], [1, 2, 5]], "zero columns": [[0.0, 0, 3], [0, 6, 1]],
         "negative is largest": [[2.0, 1, 1], [-5, 3, 4], [4, 1, 1]], "ties": [[2.0, 1], [-2, 3], [2, 5]], "small pivot": [[1e-9, 1], [1, 1]],
         "barely a pivot": [[2.0, 1], [0, 3e-10]], "barely none": [[-8e5, 0], [0, 6e-5]]}  # fmt: skip
SIZES = [(2, 2, 2), (3, 4, 3), (4, 3, 3), (3, 5, 2), (5, 5, 3), (4, 6, 3), (6, 4, 2), (5, 3, 1), (6, 7, 4), (1, 5, 1), (5, 1, 1)]


def mixed(rng, rows, columns, rank):
    """Whole numbers of the given rank, some columns without a pivot, and a well-behaved way to the reduced form."""
    while True:
        right = rng.integers(-4, 5, (rank, columns))
        right[:, : int(rng.integers(0, columns - rank + 1))] *= rng.integers(0, 2)  # sometimes zero columns in front
        a = rng.integers(-4, 5, (rows, rank)) @ right
        s = np.linalg.svd(a, compute_uv=False)
        if s[rank - 1] > 1e-2 * s[0]:
            return a.astype(float)


def PROBES(rng):
    m = {k: np.array(v) for k, v in SMALL.items()} | {f"zero size {r} x {c}": np.zeros((r, c)) for r, c in ((0, 3), (3, 0))} | {"zero matrix": np.zeros((2, 3))}
    m |= {f"random {i}": mixed(rng, *size) for i, size in enumerate(SIZES)} | {f"dependent {i}": mixed(rng, 5, 6, 3) for i in range(4)}
    m |= {f"integers {i}": mixed(rng, 3, 4 + i, 2 + i % 2).astype(int) for i in range(3)} | {f"scale 2^{k}": mixed(rng, 4, 5, 3) * 2.0**k for k in (-60, -200)}
    m |= {"real numbers": rng.normal(size=(4, 6)), "large": rng.integers(-9, 10, (12, 15)).astype(float)}
    return {k: script("rref", a) for k, a in m.items()} | {f"{n} dimensions": script("rref", np.ones((2,) * n)) for n in (1, 3)}


def replay(a, operations):
    """(matrix after all operations, None or a Miss about a pivot that is not the largest); (Miss, None) where the list cannot be carried out."""
    m, used, limit, late = np.array(a, float), set(), 1e-10 * np.abs(a).max(initial=0), None
    for op in operations:
        try:
            (name, i), j, c = op[:2], op[-1] if op[0] == "swap" else op[2] if op[0] == "add" else op[1], op[-1]
            fits = len(op) == {"swap": 3, "scale": 3, "add": 4}[name] and all(r == int(r) and 0 <= r < len(m) for r in (i, j)) and (name != "scale" or c != 0) and not (name == "add" and i == j)
            i, j, c = int(i), int(j), c * 1.0
        except (TypeError, ValueError, KeyError, IndexError, OverflowError):
            fits = False
        if not fits:
            return Miss(f"{op!r} in your list is not one of the three kinds of operation, or names a row that does not exist."), None
        big = np.abs(m) > limit
        if name != "swap" and j not in used and big[j].any():
            lead = int(big[j].argmax())
            most = max(abs(m[r, lead]) for r in range(len(m)) if r not in used and not big[r, :lead].any())
            if most > abs(m[j, lead]) * (1 + 1e-9):
                late = late or Miss(f"{op!r} in your list uses the pivot {m[j, lead]:.6g}, although a candidate of size {most:.6g} stands in that column.")
            used.add(j)
        if name == "swap":
            m[[i, j]], used = m[[j, i]], {j if r == i else i if r == j else r for r in used}
        with np.errstate(all="ignore"):
            m[i] = m[i] * c if name == "scale" else m[i] + c * m[j] if name == "add" else m[i]
    return m, late


@each()
def agrees(got, ideal):
    """The result is the reduced form, with pivots 1 alone in their columns."""
    return close(got[0], ideal[0], rtol=1e-6, atol=1e-6)


@each()
def operations_lead_there(got, ideal, probe):
    """Carrying out the operations on the input gives the result."""
    m, _ = replay(probe.args[0], got[1])
    return m if isinstance(m, Miss) else close(np.asarray(got[0], float), m, rtol=1e-6, atol=1e-7 * max(1, np.abs(probe.args[0]).max(initial=0)))


@each()
def takes_the_largest(got, ideal, probe):
    """Every pivot is the largest candidate of its column in absolute value."""
    m, late = replay(probe.args[0], got[1])
    return m if isinstance(m, Miss) else late

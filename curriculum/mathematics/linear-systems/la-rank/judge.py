"""Rank and independent columns: size classes, near dependence, every scale, nothing at all."""

import numpy as np
from gradus.judging import Miss, array, call, close, each

EXPECTED = {
    "rank, worked example": 2, "columns, worked example": [0, 2], "rank, last entry 10.5": 3, "columns, last entry 10.5": [0, 2, 3], "columns, last entry 10 + 1e-13": [0, 2], "rank, rows that add up": 2, "rank, zeros": 0,
}  # fmt: skip
SIZES = [(2, 2, 1), (3, 3, 2), (3, 3, 3), (2, 5, 2), (5, 2, 1), (4, 6, 3), (6, 4, 2), (5, 5, 4), (6, 6, 1), (7, 7, 5), (1, 4, 1), (4, 1, 1)]


def low(rng, m, n, r, dull=0.05):
    """A matrix of rank r, far from rank r - 1 by every measure, with columns that depend on earlier ones in between."""
    while True:
        a = rng.normal(size=(m, r)) @ rng.choice([-2.0, -1, 0, 0, 1, 1, 2], (r, n))
        s = np.linalg.svd(a, compute_uv=False)
        if len(s) >= r and s[r - 1] > dull * s[0] and (r == 1 or np.abs(a).max() > 0):
            return a


def PROBES(rng):
    a = np.array([[1, 2, 0, 3], [2, 4, 1, 7], [3, 6, 1, 10]])
    last, rounding = a.astype(float), a.astype(float)
    last[2, 3], rounding[2, 3] = 10.5, 10 + 1e-13
    m = {"worked example": a, "last entry 10.5": last, "last entry 10 + 1e-13": rounding, "rows that add up": np.array([[0.1, 0.2], [0.7, 0.1], [0.1 + 0.7, 0.2 + 0.1]]), "thirds": np.array([[1, 1 / 3, 2], [3, 1, 6], [2, 2 / 3, 4]])}
    m |= {f"random {i}, {s[0]} x {s[1]} of rank {s[2]}": low(rng, *s) for i, s in enumerate(SIZES)} | {f"whole {i}": rng.integers(-3, 4, (5, 2 + i)) @ rng.integers(-2, 3, (2 + i, 4)) for i in range(2)}
    for i in range(4):
        b = low(rng, 6, 5, 3)
        m |= {f"rounding added, {i}": b + 1e-13 * np.abs(b).max() * rng.normal(size=b.shape), f"just real, {i}": np.column_stack([b[:, :2], b[:, :2] @ [1, -1] + 1e-5 * np.abs(b).max() * rng.uniform(0.8, 1.2, 6) * rng.choice([-1, 1], 6)])}
    b = low(rng, 4, 5, 3)
    m |= {f"all times 1e{k}": b * 10.0**k for k in (-30, -12, 12, 30)} | {"tiny column beside large ones": np.column_stack([low(rng, 4, 2, 2) * 1e6, 1e-6 * rng.normal(size=4)]), "tiny row below large ones": np.array([[2e7, 1e7], [1e7, 1e7], [1e-5, 3e-6]])}
    m |= {"tiny dependent column first": np.column_stack([1e-14 * rng.normal(size=3), low(rng, 3, 2, 2)]), "zero column first": np.column_stack([np.zeros(3), low(rng, 3, 2, 2)]), "zero row first": np.vstack([np.zeros(4), low(rng, 2, 4, 2)]), "permuted identity": np.eye(4)[rng.permutation(4)], "repeated columns": np.repeat(low(rng, 3, 2, 2), 3, axis=1)}
    m |= {"negative": -np.abs(np.outer(rng.uniform(1, 2, 4), rng.uniform(1, 2, 3))), "zeros": np.zeros((3, 2)), "one zero": np.zeros((1, 1)), "one entry": np.array([[-1e-20]]), "no rows": np.zeros((0, 3)), "no columns": np.zeros((3, 0)), "large": low(rng, 40, 40, 25, 1e-3), "large, full": rng.normal(size=(40, 40)) + 9 * np.eye(40)}
    m |= {f"{k} dimensions": np.ones((2,) * k) for k in (1, 3)} | {"growing powers": np.vander(np.linspace(0.5, 1, 4), 3), "circle": np.array([[1.0, 2, 3, 4], [4, 1, 2, 3], [3, 4, 1, 2], [2, 3, 4, 1]]), "nilpotent": np.eye(4, k=1), "below the diagonal": np.eye(4, k=-1), "whole matrix of magic sums": np.array([[16, 3, 2, 13], [5, 10, 11, 8], [9, 6, 7, 12], [4, 15, 14, 1]])}
    return {f"rank, {k}": call("rank", v) for k, v in m.items()} | {f"columns, {k}": call("independent_columns", v) for k, v in m.items()}


@each("rank")
def right_rank(got, ideal):
    """The rank is the number of independent columns, with rounding counted as 0."""
    return close(got, ideal, rtol=0, atol=0)


@each("columns")
def independent(got, ideal, probe):
    """The chosen columns are independent."""
    numbers = None if (g := array(got)) is None or g.ndim != 1 else g.tolist()
    if numbers is None:
        return Miss("A list of column numbers is asked for.")
    n = probe.args[0].shape[1]
    if any(int(j) != j or not 0 <= j < n for j in numbers):
        return Miss(f"Your list is {numbers}; the columns are numbered from 0 to {n - 1}.")
    picked = probe.args[0][:, [int(j) for j in numbers]] / (np.abs(probe.args[0]).max(initial=0) or 1)
    s = np.linalg.svd(picked.astype(float), compute_uv=False) if picked.size else np.zeros(0)
    found = int((s > 1e-8).sum())
    return None if found == len(numbers) else Miss(f"You choose {len(numbers)} columns, {numbers}; they span {found} dimensions only.")


@each("columns")
def leftmost(got, ideal):
    """They are all columns that are no combination of the columns before them, in order."""
    return close(list(got), list(ideal), rtol=0, atol=0)

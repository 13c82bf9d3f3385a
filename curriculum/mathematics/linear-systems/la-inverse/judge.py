"""Inverses by row reduction, condition numbers, and what has to be rejected."""

import math

import numpy as np
from gradus.judging import call, close, each, finite

EXPECTED = {
    "inverse, worked example": [[-0.6, 0.4], [0.8, -0.2]], "condition, worked example": 7.0, "condition, nearly parallel": 40004.0001, "condition, singular": math.inf, "condition, nothing": 0.0, "inverse, halves": [[0.5, 0], [0, 0.25]],
}  # fmt: skip


def spread(rng, n, kappa):
    """A matrix with singular values from 1 down to 1 / kappa."""
    u, v = (np.linalg.qr(rng.normal(size=(n, n)))[0] for _ in range(2))
    return u * np.logspace(0, -math.log10(kappa), n) @ v


def PROBES(rng):
    m = {"worked example": np.array([[1, 2], [4, 3]]), "nearly parallel": np.array([[1.0, 1], [1, 1.0001]]), "halves": np.array([[2, 0], [0, 4]]), "one entry": np.array([[-8.0]]), "nothing": np.zeros((0, 0))}
    m |= {f"random {n} x {n}, {i}": rng.normal(size=(n, n)) + (n > 4) * 4 * np.eye(n) for i in range(2) for n in (2, 3, 5)} | {f"whole {i}": rng.integers(-4, 5, (3, 3)) + 11 * np.eye(3, dtype=int)[rng.permutation(3)] for i in range(3)}
    m |= {"zero pivot": np.array([[0.0, 2, 1], [3, 0, 1], [1, 1, 0]]), "tiny pivot": np.array([[1e-11, 1], [1, 1]]), "largest is negative": np.array([[1e-9, 1, 0], [-1, 1, 0], [0, 0, -2]]), "permutation": np.eye(5)[[1, 2, 3, 4, 0]], "triangular": np.triu(rng.uniform(1, 2, (4, 4))), "not symmetric": np.array([[1.0, 5], [0, 1]]), "negative": -2 * np.eye(3) - 0.1}
    m |= {f"kappa 1e{k}": spread(rng, 4, 10.0**k) for k in (3, 6, 9)} | {f"times 1e{k}": (rng.normal(size=(3, 3)) + 3 * np.eye(3)) * 10.0**k for k in (-30, -9, 9, 30)} | {"small determinant": 0.1 * np.eye(20), "large determinant": 30.0 * np.eye(20) + 1, "large": rng.normal(size=(40, 40)) + 9 * np.eye(40)}
    a = rng.normal(size=(4, 4))
    bad = {"singular": np.array([[1, 2], [2, 4]]), "zeros": np.zeros((3, 3)), "one zero": np.zeros((1, 1)), "counting": np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), "zero row": np.array([[1.0, 2, 3], [0, 0, 0], [4, 1, 5]]), "zero column": np.array([[1.0, 0, 3], [2, 0, 1], [4, 0, 5]]), "tenths": np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]])}
    bad |= {"equal rows": a[[0, 1, 1, 3]], "sum of columns": np.column_stack([a[:, :3], a[:, :3] @ [1, -1, 2]]), "hopeless": spread(rng, 4, 1e15), "hopeless, times 1e20": spread(rng, 3, 1e15) * 1e20, "hopeless, times 1e-20": spread(rng, 3, 1e15) * 1e-20, "Hilbert's matrix": 1 / (np.arange(14)[:, None] + np.arange(14) + 1.0)}
    square = {"wide": rng.normal(size=(2, 3)), "tall": rng.normal(size=(3, 2)), "a vector": np.ones(4), "a stack": np.ones((2, 2, 2)), "no rows": np.zeros((0, 3)), "wide with an invertible part": np.array([[2.0, 0, 1], [0, 4, 1]])}
    probes = {f"{k}, {name}": call(f, v) for name, v in m.items() for k, f in (("inverse", "inverse"), ("condition", "condition"))}
    probes |= {f"rejects, {name}": call("inverse", v) for name, v in (bad | square).items()} | {f"condition, {name}": call("condition", v) for name, v in bad.items()}
    return probes | {f"rejects condition, {name}": call("condition", v) for name, v in square.items()}


def kappa(a):
    return float(np.linalg.cond(a.astype(float), np.inf)) if a.size else 1.0


@each("inverse")
def undoes_it(got, ideal, probe):
    """The matrix times its inverse is the identity, as nearly as the condition number allows."""
    a = probe.args[0].astype(float)
    g = np.asarray(got, float).reshape(a.shape)
    with np.errstate(all="ignore"):
        return finite(g) or close(a @ g, np.eye(len(a)), rtol=0, atol=max(1e-9, 1e-13 * kappa(a)) * max(1, len(a)))


@each("inverse")
def agrees(got, ideal, probe):
    """The entries are those of the inverse, to 1e-13 times the condition number."""
    return close(got, ideal, rtol=0, atol=max(1e-9, 1e-13 * kappa(probe.args[0])) * np.abs(ideal).max(initial=0))


@each("condition")
def condition_number(got, ideal, probe):
    """The condition number is the product of the largest row sums, and infinite for what has to be rejected."""
    return close(got, ideal, rtol=max(1e-9, 1e-13 * min(1e12, ideal)), atol=0)

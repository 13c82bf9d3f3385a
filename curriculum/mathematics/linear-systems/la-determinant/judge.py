"""Determinants with their sign, logarithms beyond float64, and invertibility without regard to scale."""

import math

import numpy as np
from gradus.judging import Miss, call, close, each, whole

EXPECTED = {
    "det, worked example": -6.0, "log, worked example": (-1.0, 1.791759469228055), "invertible, worked example": True, "det, 2 x 2": -2.0, "det, nothing": 1.0, "log, nothing": (1.0, 0.0),
    "log, huge": (1.0, 60 * math.log(1e10)), "invertible, a thousandth of the identity": True, "det, one swap": -6.0,
}  # fmt: skip


def PROBES(rng):
    m = {"worked example": np.array([[1, 2, 0], [3, 4, 4], [2, 5, 1]]), "2 x 2": np.array([[1, 2], [3, 4]]), "one swap": np.array([[0, 3], [2, 5]]), "nothing": np.zeros((0, 0)), "one entry": np.array([[-2.5]])}
    m |= {f"random {n} x {n}, {i}": rng.normal(0, 2, (n, n)) for n in (2, 3, 4, 6) for i in range(3)} | {f"whole {n} x {n}": rng.integers(-5, 6, (n, n)) + 7 * np.eye(n, dtype=int)[rng.permutation(n)] for n in (3, 4, 5)}
    m |= {f"permutation {i}": np.eye(5)[p] for i, p in enumerate(([1, 0, 2, 3, 4], [1, 2, 0, 3, 4], [1, 2, 3, 4, 0], [4, 3, 2, 1, 0]))} | {"upper triangle": np.triu(rng.uniform(1, 3, (4, 4))), "lower triangle": np.tril(-rng.uniform(1, 3, (5, 5))), "zero in the corner": np.array([[0.0, 1, 2], [1, 0, 3], [4, -3, 8]]), "tiny pivot": np.array([[1e-12, 1], [1, 1]]), "only candidate is negative": np.array([[0, 3], [-2, 5]]), "diagonal": np.diag([3.0, 2, 2, 0.5])}
    singular = {"zeros": np.zeros((2, 2)), "zero column": np.array([[1.0, 0, 2], [3, 0, 4], [5, 0, 7]]), "equal rows": np.array([[1, 2], [1, 2]]), "one zero": np.array([[0.0]])}
    a, b = rng.normal(0, 2, (2, 4, 4))
    probes = {f"det, {k}": call("determinant", v) for k, v in (m | singular).items()} | {f"det, factor {i}": call("determinant", v) for i, v in enumerate((a, b))} | {"det, product": call("determinant", a @ b)}
    large = {"huge": 1e10 * np.eye(60), "tiny": 1e-20 * (rng.normal(size=(30, 30)) + 9 * np.eye(30)), "large random": 1e8 * (rng.normal(size=(60, 60)) + 9 * np.eye(60)), "large, negative": (3e15 * np.eye(41))[[1, 0, *range(2, 41)]]}
    probes |= {f"log, {k}": call("sign_and_log", v) for k, v in (m | singular | large).items()}
    rows = 10.0 ** rng.uniform(-60, 60, 4)[:, None]
    yes = {"worked example": m["worked example"], "a thousandth of the identity": 1e-3 * np.eye(10), "rows of many sizes": rows * (rng.normal(size=(4, 4)) + 4 * np.eye(4)), "negative determinant": np.array([[1, 2], [3, 4]]), "nothing": np.zeros((0, 0)), "barely": np.array([[1.0, 1], [1, 1 + 1e-5]]), "small quotient, large numbers": 1e12 * np.array([[1.0, 1], [1, 1 + 1e-5]]), "twelve huge rows": 1e50 * (rng.normal(size=(12, 12)) + 9 * np.eye(12)), "twelve tiny rows": 1e-50 * (rng.normal(size=(12, 12)) + 9 * np.eye(12)), "a large one": rng.normal(size=(40, 40)) * 0.3 + 9 * np.eye(40), "zero in the corner": m["zero in the corner"]}
    no = {**singular, "tenths": np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]]), "sum of rows": np.vstack([a[:3], a[:3].sum(0)]), "sum of rows, huge": 1e9 * np.vstack([a[:3], a[0] - a[1]]), "rows of many sizes, dependent": rows * np.vstack([a[:3], a[0] - 2 * a[1] + a[2]]), "zero row": np.array([[1.0, 2], [0, 0]])}
    probes |= {f"invertible, {k}": call("is_invertible", v) for k, v in (yes | no).items()}
    shapes = {"wide": np.ones((2, 3)), "tall": np.ones((3, 2)), "a vector": np.ones(4), "a stack": np.ones((2, 2, 2)), "no columns": np.zeros((2, 0))}
    return probes | {f"rejects {f}, {k}": call(f, v) for k, v in shapes.items() for f in ("determinant", "sign_and_log", "is_invertible")}


def bound(a):
    return float(np.prod(np.sqrt((a.astype(float) ** 2).sum(axis=1))))


@each("det")
def size(got, ideal, probe):
    """The size of the determinant is the volume."""
    return close(abs(got), abs(ideal), rtol=0, atol=1e-9 * bound(probe.args[0]))


@each("det")
def sign(got, ideal, probe):
    """Its sign turns with every swap of two rows."""
    return close(got, ideal, rtol=0, atol=1e-9 * bound(probe.args[0]))


@whole
def multiplies(seen, ideal):
    """The determinant of a product is the product of the determinants."""
    x, y, both = (seen[f"det, {k}"] for k in ("factor 0", "factor 1", "product"))
    return Miss(f"Yours are {x:.6g} and {y:.6g}, and {both:.6g} for the product of the matrices.", "det, product") if close(both, x * y, rtol=1e-6) else None


@each("log")
def logarithm(got, ideal):
    """Sign and logarithm are right, also beyond the range of floats."""
    return close(got[0], ideal[0], rtol=0, atol=0) or close(got[1], ideal[1], rtol=1e-9, atol=1e-8)


@each("invertible")
def invertible(got, ideal):
    """A matrix is invertible if its determinant is not 0 beside the lengths of its rows."""
    return close(got, ideal)

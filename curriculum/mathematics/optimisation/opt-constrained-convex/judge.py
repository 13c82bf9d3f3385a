"""The nearest point of the simplex, the duality gap as a certificate, and minimisers of quadratics in a box and on the simplex."""

import numpy as np
from gradus.judging import Miss, call, close, each

EXPECTED = {  # the lesson's examples, worked by hand
    "project, worked example": [0.65, 0.35, 0.0], "gap of a point in a box, worked example": 0.5, "gap of a point on the simplex, worked example": 0.25, "box, worked example": [1.0, 0.25], "simplex, worked example": [1 / 3, 2 / 3],
    "gap of a point in a box, at the minimum": 0.0, "gap of a point on the simplex, at the minimum": 0.0, "project, one far ahead": [0.0, 1.0, 0.0], "simplex, straight": [0.0, 0.0, 1.0]}  # fmt: skip


def curved(rng, n):
    """A symmetric matrix with eigenvalues between 0.5 and 10."""
    a = np.linalg.qr(rng.normal(size=(n, n)))[0]
    a = (a * rng.uniform(0.5, 10, n)) @ a.T
    return (a + a.T) / 2


def share(rng, n):
    """A point of the simplex, some of its entries 0."""
    x = rng.exponential(size=n) * (rng.random(n) < 0.7)
    return (x + 1e-3) / np.sum(x + 1e-3) if rng.random() < 0.5 else np.eye(n)[0]


def PROBES(rng):
    q, b, zero, one = np.array([[2.0, 1], [1, 2]]), np.array([3.0, 1.5]), np.zeros(2), np.ones(2)
    v = {"worked example": [0.9, 0.6, -0.3], "one far ahead": [0.1, 7.0, 2.0], "ties": [0.4, 0.4, 0.4, -1.0], "already there": [0.2, 0.5, 0.3], "one entry": [-4.0], "all negative": [-3.0, -3.5, -9.0], "integers": np.array([2, 2, 0]), "far away": 1e3 * rng.normal(size=5)}
    v |= {f"random {i}": rng.normal(0.2, s, n) for i, (n, s) in enumerate([(2, 0.5), (3, 0.5), (5, 0.3), (8, 0.4), (40, 0.3)])}
    p = {f"project, {k}": call("project_simplex", np.array(x)) for k, x in v.items()}
    p |= {"gap of a point in a box, worked example": call("gap_box", q, b, np.array([1.0, 0.0]), zero, one), "gap of a point on the simplex, worked example": call("gap_simplex", np.diag([2.0, 1.0]), zero, one / 2)}
    p |= {"gap of a point in a box, at the minimum": call("gap_box", q, b, np.array([1.0, 0.25]), zero, one), "gap of a point on the simplex, at the minimum": call("gap_simplex", np.diag([2.0, 4.0]), zero, np.array([2.0, 1.0]) / 3)}
    p |= {"box, worked example": call("minimise_box", q, b, zero, one), "simplex, worked example": call("minimise_simplex", np.diag([2.0, 1.0]), zero)}
    for i, n in enumerate((1, 2, 4, 8)):
        a, c, low = curved(rng, n), rng.normal(0, 4, n), rng.normal(-0.5, 0.5, n).round(2)
        high = low + rng.uniform(0.3, 1.5, n).round(2)
        p |= {f"gap of a point in a box {i}": call("gap_box", a, c, rng.uniform(low, high), low, high), f"gap of a point on the simplex {i}": call("gap_simplex", a, c, share(rng, n))}
        p |= {f"box {i}": call("minimise_box", a, c, low, high), f"simplex {i}": call("minimise_simplex", a, c / 2)}
    c = np.array([1.0, -2.0, 3.0])
    p |= {"box, straight": call("minimise_box", np.zeros((3, 3)), c, -np.ones(3), np.array([2.0, 2, 5])), "simplex, straight": call("minimise_simplex", np.zeros((3, 3)), c), "box, one entry fixed": call("minimise_box", q, b, np.array([0.5, -3]), np.array([0.5, 3]))}
    p |= {"box, minimum inside": call("minimise_box", q, b, -9 * one, 9 * one), "box, large": call("minimise_box", curved(rng, 25), rng.normal(0, 5, 25), -np.ones(25) / 2, np.ones(25)), "simplex, large": call("minimise_simplex", curved(rng, 25), rng.normal(0, 1, 25))}
    return p | {"box, empty": call("minimise_box", q, b, one, zero), "box, empty in one direction": call("minimise_box", q, b, zero, np.array([1.0, -1]))}


@each("project", "simplex")
def on_the_simplex(got):
    """The point lies on the simplex: no entry is negative, and they add up to 1."""
    x = np.asarray(got, float)
    if not x.min() >= -1e-7:
        return Miss(f"Your smallest entry is {x.min():.6g}; no entry may be negative.")
    return None if abs(x.sum() - 1) <= 1e-7 * len(x) else Miss(f"Your entries add up to {x.sum():.8g}, expected 1.")


@each("project")
def is_the_nearest(got, ideal):
    """No point of the simplex is nearer to the given one."""
    return close(got, ideal, rtol=0, atol=1e-7)


@each("gap")
def certifies(got, ideal):
    """The gap is the largest decrease that the slope at x promises anywhere in the set."""
    return close(got, ideal, rtol=1e-7, atol=1e-8)


@each("box")
def in_the_box(got, ideal, probe):
    """The point lies in the box."""
    x, (low, high) = np.asarray(got, float), probe.args[2:]
    out = np.flatnonzero(~((x >= low - 1e-7) & (x <= high + 1e-7)))
    return Miss(f"Entry {out[0]} is {x[out[0]]:.6g}, outside {low[out[0]]:g} to {high[out[0]]:g}.") if len(out) else None


@each("box", "simplex")
def is_the_minimum(got, ideal):
    """The point is the minimiser in the set."""
    return close(got, ideal, rtol=0, atol=1e-5)

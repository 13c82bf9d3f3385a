"""Which of three kinds a system is, a solution, and all directions in which one can move."""

import numpy as np
from gradus.judging import Miss, close, each, finite, script

EXPECTED = {
    "worked example": {"kind": "family", "count": 1, "point": [-2.0, 8.0, 0.0], "nearest": [1.0, 2.0, 3.0], "onto": [[1 / 6, -1 / 3, 1 / 6], [-1 / 3, 2 / 3, -1 / 3], [1 / 6, -1 / 3, 1 / 6]]},
    "worked example, contradiction": {"kind": "inconsistent", "count": 0, "point": [0.0] * 3, "nearest": [0.0] * 3, "onto": np.zeros((3, 3))},
    "worked example, third pivot": {"kind": "unique", "count": 0, "point": [-2.0, 8.0, 0.0], "nearest": [-2.0, 8.0, 0.0], "onto": np.zeros((3, 3))},
}
SHAPES = [(2, 2, 2), (3, 3, 3), (3, 3, 2), (4, 4, 2), (2, 3, 2), (3, 5, 2), (4, 2, 2), (5, 3, 3), (5, 3, 2), (1, 1, 1), (1, 4, 1), (6, 1, 1), (4, 6, 4)]


def low(rng, m, n, r):
    """A whole matrix of rank r whose elimination stays far from rounding."""
    while True:
        a = rng.integers(-4, 5, (m, r)) @ rng.integers(-4, 5, (r, n))
        s = np.linalg.svd(a, compute_uv=False)
        if s[r - 1] > 0.02 * s[0]:
            return a.astype(float)


def PROBES(rng):
    a, b = np.array([[1, 1, 1], [1, 2, 3], [2, 3, 4]]), np.array([6, 14, 20])
    p = {"worked example": (a, b), "worked example, contradiction": (a, np.array([6, 14, 21])), "worked example, third pivot": (np.array([[1, 1, 1], [1, 2, 3], [2, 3, 5]]), b)}
    for i, (m, n, r) in enumerate(SHAPES):
        a = low(rng, m, n, r)
        p[f"solvable {i}, {m} x {n} of rank {r}"] = (a, a @ rng.integers(-5, 6, n))
        if r < m:
            u = np.linalg.svd(a)[0][:, r:]
            p[f"contradiction {i}, {m} x {n} of rank {r}"] = (a, a @ rng.integers(-5, 6, n) + u @ rng.uniform(2, 5, m - r))
    a = low(rng, 4, 4, 3)
    x = rng.integers(1, 6, 4)
    p |= {f"scaled by 2^{k}": (a * 2.0**k, (a @ x) * 2.0**k) for k in (-38, -37, -36, 26)} | {f"scaled by 2^{k}, contradiction": (a * 2.0**k, (a @ x + 40 * np.linalg.svd(a)[0][:, 3]) * 2.0**k) for k in (-36, 26)}
    p |= {"tenths, negative": (np.array([[-0.1, -0.2], [-0.3, -0.6]]), np.array([-0.1, -0.3])), "tenths": (np.array([[0.1, 0.2], [0.3, 0.6]]), np.array([0.1, 0.3])), "tenths, one solution": (np.array([[0.1, 0.7], [0.3, 0.2], [0.4, 0.9]]), np.array([0.8, 0.5, 1.3])), "thirds": (np.array([[1.0, 3, 1], [1 / 3, 1, 1 / 3], [2 / 3, 2, 5]]), np.array([5.0, 5 / 3, 1]))}
    p |= {"zeros": (np.zeros((2, 3)), np.zeros(2)), "zeros, contradiction": (np.zeros((2, 3)), np.array([0.0, 1])), "zero column": (np.array([[0.0, 2], [0, 4]]), np.array([6.0, 12])), "zero row": (np.array([[1.0, 2], [0, 0], [3, 1]]), np.array([5.0, 0, 5]))}
    p |= {"zero in front": (np.array([[0.0, 2], [3, 1]]), np.array([4.0, 5])), "right side 0": (low(rng, 3, 3, 3), np.zeros(3)), "right side 0, family": (low(rng, 3, 4, 2), np.zeros(3)), "free in front": (np.array([[0.0, 1, 2], [0, 0, 3]]), np.array([4.0, 6])), "small pivot": (np.array([[1e-8, 1], [1, 1]]), np.array([1.0, 2]))}
    p |= {"repeated equation": (np.array([[1.0, 2], [2, 4], [1, -1]]), np.array([4.0, 8, 1])), "repeated, contradiction": (np.array([[1.0, 2], [1, 2]]), np.array([4.0, 5])), "whole numbers": (rng.integers(-5, 6, (3, 3)) + 20 * np.eye(3, dtype=int), rng.integers(1, 9, 3)), "whole numbers, right side in fractions": (np.array([[2, 1], [1, 3]]), np.array([0.5, -2.75])), "whole numbers, family, right side in fractions": (np.array([[1, 2, 1], [2, 4, 3]]), np.array([1.5, 0.25])), "large": (rng.normal(size=(12, 12)) + 6 * np.eye(12), rng.normal(size=12)), "large family": ((q := low(rng, 10, 12, 5)), q @ rng.integers(-3, 4, 12))}
    return {k: script("solve", *v) for k, v in p.items()}


@each()
def kind(got, ideal):
    """The kind is right: unique, family or inconsistent."""
    return None if got["kind"] == ideal["kind"] else Miss(f"You say {got['kind']}; this system is {ideal['kind']}.")


@each()
def solves(got, ideal, probe):
    """The point satisfies all equations."""
    a, b = probe.args
    if got["kind"] == "inconsistent" or ideal["kind"] == "inconsistent":
        return None
    size = np.abs(a).max() * max(1, np.abs(ideal["nearest"]).max()) * a.shape[1]
    return finite(got["point"]) or close(a @ np.array(got["point"]), b.astype(float), rtol=0, atol=1e-6 * size)


@each()
def directions(got, ideal, probe):
    """There is one direction for each free unknown, and moving along it changes no equation."""
    if got["kind"] != ideal["kind"]:
        return None
    if got["count"] != ideal["count"]:
        return Miss(f"You give {got['count']} directions; {ideal['count']} unknowns are free.")
    return close(probe.args[0] @ np.array(got["onto"]), np.zeros(probe.args[0].shape), rtol=0, atol=1e-6 * np.abs(probe.args[0]).max() * len(got["onto"]))


@each()
def all_of_them(got, ideal):
    """Point and directions together describe all solutions and nothing else."""
    if got["kind"] != ideal["kind"]:
        return None
    room = 1e-6 * max(1, np.abs(ideal["nearest"]).max())
    return close(got["onto"], ideal["onto"], rtol=0, atol=1e-6) or close(got["nearest"], ideal["nearest"], rtol=0, atol=room)

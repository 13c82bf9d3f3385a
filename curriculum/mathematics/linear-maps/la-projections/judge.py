"""Projections: onto lines and subspaces, with dependent columns, at every scale."""

import numpy as np
from gradus.judging import call, close, each

EXPECTED = {
    "matrix, line": [[0.8, 0.4], [0.4, 0.2]], "vector, line": ([4.0, 2.0], [-1.0, 2.0]), "matrix, plane": [[2 / 3, 1 / 3, -1 / 3], [1 / 3, 2 / 3, 1 / 3], [-1 / 3, 1 / 3, 2 / 3]],
    "vector, plane": ([-2 / 3, 11 / 3, 13 / 3], [5 / 3, -5 / 3, 5 / 3]), "matrix, nothing spanned": np.zeros((3, 3)),
}  # fmt: skip


def PROBES(rng):
    m = {"line": np.array([[2], [1]]), "plane": np.array([[1, 0], [1, 1], [0, 1]]), "nothing spanned": np.zeros((3, 0)), "zeros": np.zeros((2, 2)), "one axis": np.array([[0.0], [3], [0]]), "one dimension": np.array([[-4.0]])}
    m |= {f"line {i} in {n} dimensions": rng.normal(0, 2, (n, 1)) for i, n in enumerate((2, 3, 5))} | {f"span {i}, {k} of {n}": rng.normal(0, 1.5, (n, k)) + (0 if n > k else 3 * np.eye(n)) for i, (n, k) in enumerate([(3, 2), (4, 2), (5, 3), (6, 4), (3, 3), (8, 2)])}
    m |= {f"whole {i}": rng.integers(-3, 4, (4, 2)) + 4 * np.eye(4, 2, dtype=int) for i in range(2)} | {"perpendicular": np.array([[1.0, 2], [2, -1], [0, 0]]), "orthonormal": np.linalg.qr(rng.normal(size=(5, 2)))[0]}
    v = rng.integers(1, 5, (4, 1))
    m |= {"dependent, the same twice": np.hstack([v, v]), "dependent, a multiple": np.hstack([v, 2 * v]), "dependent, a sum": np.array([[1, 0, 1], [0, 1, 1], [0, 0, 0], [0, 0, 0]]), "dependent, a zero column": np.hstack([v, 0 * v]), "dependent, zero first": np.hstack([0 * v, v]), "dependent, a speck of rounding": np.array([[1.0, 5e-17], [2, 0], [0, -3e-17]]), "dependent, more than rows": np.array([[1.0, 0, 1], [0, 1, 1]])}
    b = rng.normal(size=(5, 2)) + np.eye(5, 2)
    m |= {f"times 1e{k}": b * 10.0**k for k in (-20, -6, 6, 20)} | {"nearly parallel": np.column_stack([b[:, 0], b[:, 0] + 1e-3 * b[:, 1]]), "large": rng.normal(size=(60, 20)), "all of space": rng.normal(size=(4, 4)) + 4 * np.eye(4)}
    x = {k: rng.normal(0, 3, len(a)) for k, a in m.items()} | {"line": np.array([3, 4]), "plane": np.array([1, 2, 6]), "whole 0": rng.integers(-9, 10, 4)}
    probes = {f"matrix, {k}": call("projection_matrix", a) for k, a in m.items()} | {f"vector, {k}": call("project", a, x[k]) for k, a in m.items()}
    probes |= {"vector, inside already": call("project", b, b @ [2.0, -1]), "vector, perpendicular": call("project", np.array([[1.0], [2]]), np.array([-2.0, 1])), "vector, zero": call("project", b, np.zeros(5)), "vector, huge": call("project", b, 1e12 * rng.normal(size=5)), "vector, tiny": call("project", b, 1e-12 * rng.normal(size=5))}
    return probes | {f"rejects a vector {w}": call("project", b, np.ones(n)) for w, n in (("too short", 4), ("too long", 6), ("as long as a row", 2), ("of length 1", 1))} | {f"rejects a vector {w}, {k}": call("project", v, np.ones(n)) for w, n in (("too short", 2), ("too long", 4)) for k, v in (("nothing spanned", np.zeros((3, 0))), ("zeros only", np.zeros((3, 2))))}


def room(probe):
    return 1e-7 * float(np.abs(probe.args[1]).max(initial=0))


@each("matrix")
def twice_is_once(got):
    """Projecting twice changes nothing: P times P is P."""
    p = np.asarray(got, float)
    with np.errstate(all="ignore"):
        return close(p @ p, p, rtol=0, atol=1e-6)


@each("matrix")
def symmetric(got):
    """P is symmetric."""
    return close(np.transpose(got), got, rtol=0, atol=1e-6)


@each("vector")
def perpendicular(got, ideal, probe):
    """The residual is perpendicular to every spanning vector."""
    a = probe.args[0].astype(float)
    a = a / max(np.abs(a).max(initial=0), 1e-300)
    with np.errstate(all="ignore"):
        return close(a.T @ np.asarray(got[1], float), np.zeros(a.shape[1]), rtol=0, atol=100 * room(probe) + 1e-300)


@each("vector")
def adds_up(got, ideal, probe):
    """Projection and residual, in this order, add up to the vector."""
    return close(np.add(*(np.asarray(v, float) for v in got)), probe.args[1].astype(float), rtol=0, atol=10 * room(probe))


@each("matrix")
def right_matrix(got, ideal):
    """P projects onto the span of the columns, no more and no less."""
    return close(got, ideal, rtol=0, atol=1e-7)


@each("vector")
def right_vectors(got, ideal, probe):
    """The projection is the nearest point of the span."""
    return close(got[0], ideal[0], rtol=0, atol=room(probe)) or close(got[1], ideal[1], rtol=0, atol=room(probe))

"""Asks for the solutions and describes them by what does not depend on the choice of a point and a basis."""

import answer
import numpy as np


def solve(a, b):
    """kind; the point; how many directions; the solution nearest to the origin; the projection onto the directions' span."""
    n = a.shape[1]
    result = answer.solve(a, b)
    if not isinstance(result, (tuple, list)) or len(result) != 3:
        raise TypeError(f"solve must return (kind, point, directions); it returned {type(result).__name__}")
    kind, point, directions = result
    if not isinstance(kind, str) or kind not in ("unique", "family", "inconsistent"):
        raise TypeError(f"kind must be 'unique', 'family' or 'inconsistent'; it is {kind!r}")
    out = {"kind": kind, "count": 0, "point": np.zeros(n), "nearest": np.zeros(n), "onto": np.zeros((n, n))}
    if kind == "inconsistent":
        return out
    point = np.array(point, float)
    if point.shape != (n,):
        raise TypeError(f"the point must have length {n}; its shape is {point.shape}")
    d = np.array(directions, float).reshape(0, n) if len(directions) == 0 else np.array(directions, float)
    if d.ndim != 2 or d.shape[1] != n:
        raise TypeError(f"directions must be vectors of length {n}, one a row; their shape is {d.shape}")
    onto = np.zeros((n, n))
    if d.size and np.isfinite(d).all():
        u, s, _ = np.linalg.svd(d.T, full_matrices=False)
        u = u[:, s > 1e-9 * s.max(initial=0)]
        onto = u @ u.T
    return out | {"count": len(d), "point": point, "nearest": point - onto @ point, "onto": onto}

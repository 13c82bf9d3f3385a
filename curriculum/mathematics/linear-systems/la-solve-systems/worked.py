"""The figures of the lesson, computed with the solution."""

import numpy as np
import sympy
from answer import solve


def worked():
    """Three planes with a line in common, and two changes of one number."""
    a, b = np.array([[1, 1, 1], [1, 2, 3], [2, 3, 4]]), np.array([6, 14, 20])
    kind, point, directions = solve(a, b)
    (d,) = directions
    reduced = np.array(sympy.Matrix(np.column_stack([a, b])).rref()[0], dtype=float)
    t = 3
    contradiction = solve(a, np.array([6, 14, 21]))
    steeper = a.copy()
    steeper[2, 2] = 5
    only = solve(steeper, b)
    if (
        [kind, contradiction[0], only[0]] != ["family", "inconsistent", "unique"]
        or (a @ d).any()
        or not np.allclose(reduced[:, :3] @ point, reduced[:, 3])
    ):
        raise ValueError("the text classifies these systems otherwise")
    last = np.array([*a[2], 21]) - np.array([*a[0], 6]) - np.array([*a[1], 14])
    return [
        [0.3, 0.1, 3 * 0.1, (0.3 - 3 * 0.1) * 1e17],
        [a, b, reduced, point, d, t, point + t * d],
        [21, last, steeper[2, 2], only[1]],
    ]

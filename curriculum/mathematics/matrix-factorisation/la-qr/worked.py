"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import least_squares, qr


def worked():
    """Three rows, two columns and a right-hand side."""
    a, b = np.array([[3, 1], [4, 3], [0, 2]]), np.array([1, 1, 1])
    q, r = qr(a)
    rest = a[:, 1] - r[0, 1] * q[:, 0]
    x = least_squares(a, b)
    return [a, q, r, rest, rest**2, 5, b, q.T @ b, x, (q.T @ b)[1] / r[1, 1], (q.T @ b)[0] - r[0, 1] * x[1]]

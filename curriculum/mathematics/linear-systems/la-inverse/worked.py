"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import condition, inverse


def worked():
    """Gauss-Jordan for two rows, step by step, and the condition of two matrices."""
    a = np.array([[1, 2], [4, 3]])
    m = np.hstack([a, np.eye(2)])
    path = [m]
    m = m[::-1]
    path.append(m)
    m = np.array([m[0] / m[0, 0], m[1] - m[1, 0] * m[0] / m[0, 0]])
    path.append(m)
    below = m[1] / m[1, 1]
    path.append(np.array([m[0] - m[0, 1] * below, below]))
    if not np.allclose(path[-1][:, 2:], inverse(a), rtol=0, atol=1e-12):
        raise ValueError("the path does not lead to the inverse")
    sums = [np.abs(a).sum(axis=1).max(), np.abs(inverse(a)).sum(axis=1).max()]
    near = np.array([[1, 1], [1, 1.0001]])
    return [
        0.1 * np.eye(20)[0, 0],
        [path, rf"\frac{1}{path[1][0, 0]:.0f}", 1 / m[1, 1], m[0, 1], a[0] @ inverse(a)[:, 0]],
        [sums, condition(a)],
        [near, np.abs(inverse(near)).max() / 1e4, 10, condition(near)],
    ]

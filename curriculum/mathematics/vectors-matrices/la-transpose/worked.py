"""The figures of the lesson, computed with NumPy."""

import numpy as np


def worked():
    """The transpose of a product, the product in the wrong order, and a symmetric part."""
    a, b = np.array([[0, 1], [3, 5]]), np.array([[-4, -3], [4, 5]])
    if not np.array_equal((a @ b).T, b.T @ a.T):
        raise ValueError("the rule does not hold")
    c = np.array([[1, -1], [4, 0]])
    return [a, b, a @ b, (a @ b).T, b.T, a.T, b.T @ a.T, a.T @ b.T, c, (c + c.T) / 2]

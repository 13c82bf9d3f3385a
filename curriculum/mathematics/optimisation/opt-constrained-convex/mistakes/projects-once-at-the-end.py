"""Projects the free minimum once

The code finds the minimum without constraints and brings it into the set at the end. When one entry is held at its
border, the best values of the others change; a single repair does not know that.
"""

import numpy as np


def project_simplex(v):
    falling = np.sort(v)[::-1]
    shifts = (np.cumsum(falling) - 1) / np.arange(1, len(v) + 1)
    return np.maximum(v - np.max(shifts), 0)


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
    x = b * 1.0
    for _ in range(500 if np.any(q) else 5):
        x = (x - rate * (np.dot(q, x) - b))
    return project(x)

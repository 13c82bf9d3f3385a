"""Kahan's angle from the half-chord of two unit vectors, and the cosine from that angle."""

import numpy as np


def _floats(x, y):
    if x.shape != y.shape:
        raise ValueError(f"shapes {x.shape} and {y.shape}")
    return np.asarray(x, np.float64), np.asarray(y, np.float64)


def dot(x, y):
    return np.inner(*_floats(x, y))


def angle(x, y):
    x, y = _floats(x, y)
    if np.count_nonzero(x) == 0 or np.count_nonzero(y) == 0:
        raise ValueError("zero vector")
    u, v = (z / np.linalg.norm(z / np.max(np.abs(z))) / np.max(np.abs(z)) for z in (x, y))
    return 2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v))


def cosine_similarity(x, y):
    try:
        return np.cos(angle(x, y))
    except ValueError:
        if x.shape != y.shape:
            raise
        return 0.0

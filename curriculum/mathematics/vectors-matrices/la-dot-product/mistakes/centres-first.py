"""Subtracts the mean first

The code moves each vector to mean 0 and then takes the cosine. That is the Pearson correlation, which asks whether
two series go up and down together. The cosine asks whether two arrows point the same way from the origin, and moving
the origin changes the answer. The two agree only for vectors whose mean is already 0.
"""

import numpy as np


def _scaled(x):
    x = x.astype(float)
    return x / np.abs(x).max()


def _check(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")


def dot(x, y):
    _check(x, y)
    return float(np.sum(x.astype(float) * y))


def cosine_similarity(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        return 0.0
    x, y = _scaled(x), _scaled(y)
    x, y = x - x.mean(), y - y.mean()
    if not (np.any(x) and np.any(y)):
        return 0.0
    return float(np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

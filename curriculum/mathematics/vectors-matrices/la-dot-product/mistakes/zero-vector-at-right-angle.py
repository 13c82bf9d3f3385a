"""Gives a zero vector an angle

The similarity of a zero vector is 0 by convention, and the code feeds that into the arc cosine: a right angle to
everything, itself included. The convention was made for ranking. It does not give the vector a direction, so there is
nothing to measure an angle from, and the task asks for an error.
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
    return float(np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    return float(np.arccos(cosine_similarity(x, y)))

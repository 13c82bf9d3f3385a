"""Raises for the similarity of a zero vector

The code treats a zero vector as an error everywhere. For the angle that is right. For the similarity the task gives a
value, because a ranking over a million documents should not stop at the one that is empty.
"""

import math

import numpy as np


def _check(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")


def dot(x, y):
    _check(x, y)
    return float(np.sum(x.astype(float) * y))


def cosine_similarity(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("zero vector")
    x, y = (v.astype(float) / np.abs(v.astype(float)).max() for v in (x, y))
    cosine = x @ y / (np.linalg.norm(x) * np.linalg.norm(y))
    return max(-1.0, min(1.0, float(cosine)))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(cosine_similarity(x, y))

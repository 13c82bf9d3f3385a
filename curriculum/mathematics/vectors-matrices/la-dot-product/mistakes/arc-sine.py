"""Uses the arc sine

The code takes the arc sine of the cosine. It gives 0 for a right angle and a quarter turn for vectors of the same
direction, just the other way round. The function that undoes a cosine is the arc cosine.
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
        return 0.0
    x, y = (v.astype(float) / np.abs(v.astype(float)).max() for v in (x, y))
    cosine = x @ y / (np.linalg.norm(x) * np.linalg.norm(y))
    return max(-1.0, min(1.0, float(cosine)))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.asin(cosine_similarity(x, y))

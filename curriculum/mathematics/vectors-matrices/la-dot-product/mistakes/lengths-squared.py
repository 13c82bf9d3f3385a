"""Divides by the squared lengths

The code divides by the product of each vector with itself. That product is the square of the length, so for vectors
of length 1 all is well, and for any others the result depends on their lengths: stretch one by 2 and the number
halves instead of staying as it is. A root is missing on both.
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
    x, y = x.astype(float), y.astype(float)
    cosine = x @ y / ((x @ x) * (y @ y))
    return max(-1.0, min(1.0, float(cosine)))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(cosine_similarity(x, y))

"""Takes entries that cancel for a vector of zeros

Whether a vector is zero is asked of the sum of its entries. 1 and -1 add up to 0, and the vector has a length and a direction all the same. Ask every entry, or the length.
"""

import math

import numpy as np


def dot(x, y):
    """The sum of the products of matching entries."""
    _same_length(x, y)
    return np.sum(x.astype(float) * y)


def cosine_similarity(x, y):
    """The cosine of the angle between x and y; 0 if one of them is all zeros."""
    _same_length(x, y)
    if not (x.astype(float).sum() and y.astype(float).sum()):
        return 0.0
    return min(1.0, max(-1.0, dot(_direction(x), _direction(y))))


def angle(x, y):
    """The angle between x and y in radians, from 0 to pi."""
    if not (x.astype(float).sum() and y.astype(float).sum()):
        raise ValueError("a vector of zeros has no direction")
    return math.acos(cosine_similarity(x, y))


def _same_length(x, y):
    if len(x) != len(y):
        raise ValueError(f"lengths {len(x)} and {len(y)} differ")


def _direction(x):
    """A vector of length 1 along x.  Dividing by the largest size first keeps the squares inside float64."""
    x = x / np.abs(x).max()
    return x / np.sqrt(np.sum(x * x))

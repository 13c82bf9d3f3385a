"""Trusts 64 bits with every integer

Small integer types are widened to 64 bits, and there it stops. Two entries of ten digits already have a product beyond $2^{63}$, and NumPy wraps it around in silence. float64 keeps the size and loses only the last digits.
"""

import math

import numpy as np


def dot(x, y):
    """The sum of the products of matching entries."""
    _same_length(x, y)
    if x.dtype.kind == y.dtype.kind == "i":
        return float(np.sum(x.astype(np.int64) * y.astype(np.int64)))
    return np.sum(x.astype(float) * y)


def cosine_similarity(x, y):
    """The cosine of the angle between x and y; 0 if one of them is all zeros."""
    _same_length(x, y)
    if not (x.any() and y.any()):
        return 0.0
    return min(1.0, max(-1.0, dot(_direction(x), _direction(y))))


def angle(x, y):
    """The angle between x and y in radians, from 0 to pi."""
    if not (x.any() and y.any()):
        raise ValueError("a vector of zeros has no direction")
    return math.acos(cosine_similarity(x, y))


def _same_length(x, y):
    if len(x) != len(y):
        raise ValueError(f"lengths {len(x)} and {len(y)} differ")


def _direction(x):
    """A vector of length 1 along x.  Dividing by the largest size first keeps the squares inside float64."""
    x = x / np.abs(x).max()
    return x / np.sqrt(np.sum(x * x))

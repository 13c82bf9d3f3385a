"""Trusts the quotient to stay below 1

On paper Cauchy-Schwarz keeps the cosine between -1 and 1, so the code hands the quotient straight to the arc cosine.
In float64 the two square roots round, and for parallel vectors the quotient can be 1.0000000000000002. The arc cosine
of that is not a number. It strikes rarely and in the clearest case of all: two vectors of the same direction.
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
    return x @ y / (np.sqrt(x @ x) * np.sqrt(y @ y))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return np.arccos(cosine_similarity(x, y))

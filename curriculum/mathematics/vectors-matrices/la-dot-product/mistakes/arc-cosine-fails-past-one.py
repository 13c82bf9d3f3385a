"""Trusts the quotient, and the arc cosine refuses it

On paper the quotient lies between -1 and 1, so the code hands it on as it is. In float64 the roots round, and for
parallel vectors it can be 1.0000000000000002. The arc cosine of the math module then raises a domain error. It
strikes rarely, and in the clearest case of all: two vectors of the same direction.
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
    return float(cosine)


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(cosine_similarity(x, y))

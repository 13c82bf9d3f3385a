"""Divides by the length of a zero vector

The code computes the quotient for every pair. A vector of zeros has length 0, the quotient is 0/0, and one empty
document turns a whole ranking into "not a number". The formula has no answer here, so somebody must choose one; the
task says which for the cosine and which for the angle.
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
    if len(x) == 0:
        return float("nan")
    x, y = _scaled(x), _scaled(y)
    return float(np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    return float(np.arccos(cosine_similarity(x, y)))

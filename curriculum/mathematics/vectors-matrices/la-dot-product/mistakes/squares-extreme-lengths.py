"""Squares entries of any size

The code computes lengths straight from the entries. Near 1e200 the squares are infinite and the quotient is infinity
over infinity; near 1e-200 they are 0 and the quotient is 0/0. The direction of such a vector is perfectly ordinary.
Since the cosine does not depend on length, you may change the length before you start.
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
    x, y = x.astype(float), y.astype(float)
    return float(np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

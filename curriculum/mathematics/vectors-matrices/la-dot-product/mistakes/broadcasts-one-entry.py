"""Leaves the length check to NumPy

The code relies on NumPy to complain about different lengths. It does for 3 against 2, but an array of length 1 is
stretched silently to any length: that is broadcasting. So the one-entry vector is repeated and a number comes back
where the task asks for an error. Compare the lengths yourself.
"""

import numpy as np


def dot(x, y):
    return float(np.sum(x.astype(float) * y))


def cosine_similarity(x, y):
    product = x.astype(float) * y
    if not (np.any(x) and np.any(y)) or product.size == 0:
        return 0.0
    x, y = x / np.abs(x.astype(float)).max(), y / np.abs(y.astype(float)).max()
    return float(np.clip(np.sum(x * y) / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

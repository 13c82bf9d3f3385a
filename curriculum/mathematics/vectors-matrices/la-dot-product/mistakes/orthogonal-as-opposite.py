"""Takes 0 for the low end of the scale

The code cuts the cosine off at 0, as if 0 meant "as different as can be". But 0 is a right angle: two vectors with
nothing in common. Below it lie the vectors that point against each other, down to -1 for exactly opposite ones.
Cutting there makes opposite and orthogonal look the same, and no angle ever exceeds a right angle.
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
    return min(1.0, max(0.0, x @ y / (np.linalg.norm(x) * np.linalg.norm(y))))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

"""Divides by one length only

The code brings one vector to length 1 and leaves the other as it is. What comes out is the length of the projection
of one vector on the other, in the units of the one that was forgotten. With vectors of length 1 the two agree, which
is why tests on normalised embeddings pass. The cosine is about direction alone, so both lengths have to leave.
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
    y = _scaled(y)
    return float(np.clip(np.sum(x * y) / np.linalg.norm(y), -1, 1))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

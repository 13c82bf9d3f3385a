"""Gives a zero vector the angle 0

The code returns 0 when one of the vectors is all zeros. An angle of 0 says "same direction", the strongest statement
there is, about a vector that has none. The task asks for an error.
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
    return max(-1.0, min(1.0, float(cosine)))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        return 0.0
    return math.acos(cosine_similarity(x, y))

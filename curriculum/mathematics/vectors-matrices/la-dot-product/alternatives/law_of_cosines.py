"""The law of cosines: the third side of the triangle gives the angle between the other two."""

import math

import numpy as np


def _pair(x, y):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    if len(x) != len(y):
        raise ValueError("x and y must have the same length")
    return x, y


def dot(x, y):
    x, y = _pair(x, y)
    return sum(x * y, 0.0)


def cosine_similarity(x, y):
    x, y = _pair(x, y)
    a, b = np.max(np.abs(x), initial=0.0), np.max(np.abs(y), initial=0.0)
    if a == 0 or b == 0:
        return 0.0
    x, y = x / a, y / b
    x, y = x / np.sqrt((x**2).sum()), y / np.sqrt((y**2).sum())
    c = 1 - ((x - y) ** 2).sum() / 2
    return max(-1.0, min(c, 1.0))


def angle(x, y):
    x, y = _pair(x, y)
    if not x.any() or not y.any():
        raise ValueError("zero vector")
    return math.acos(cosine_similarity(x, y))

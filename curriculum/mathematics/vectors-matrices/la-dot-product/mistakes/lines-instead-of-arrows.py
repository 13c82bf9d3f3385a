"""Forgets which way the vectors point

The code takes the absolute value of the product. That measures the angle between two lines, which never exceeds a
right angle. Vectors are arrows: opposite ones have the cosine -1 and half a turn between them, and a text that says
the contrary should not rank first. The sign carries that information.
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
    cosine = abs(x @ y) / (np.linalg.norm(x) * np.linalg.norm(y))
    return max(-1.0, min(1.0, float(cosine)))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(cosine_similarity(x, y))

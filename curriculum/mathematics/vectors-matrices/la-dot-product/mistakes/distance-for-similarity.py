"""Returns the distance instead of the similarity

The code subtracts the cosine from 1. That is the cosine distance of some libraries: 0 for the same direction, 2 for
opposite ones. A ranking by it comes out backwards. The task asks for the cosine, which is largest for the best match.
"""

import math

import numpy as np


def dot(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    return float(np.sum(x.astype(float) * y))


def _cosine(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if not (np.any(x) and np.any(y)):
        return 0.0
    x, y = (v.astype(float) / np.abs(v.astype(float)).max() for v in (x, y))
    return max(-1.0, min(1.0, float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)))))


def cosine_similarity(x, y):
    return 1.0 - _cosine(x, y)


def angle(x, y):
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(_cosine(x, y))

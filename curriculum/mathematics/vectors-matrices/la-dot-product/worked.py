"""The figures of the lesson, computed with the solution."""

import math

import numpy as np
from answer import angle, cosine_similarity, dot


def worked():
    """Two vectors of length 5, a quotient above 1, and a product that does not fit into int8."""
    ones = math.sqrt(3) * math.sqrt(3)
    x, y = np.array([3, 4]), np.array([4, 3])
    small = np.array([100, 100], dtype=np.int8)
    return [
        [ones, 3 / ones],
        [x, y, x * y, dot(x, y), math.sqrt(dot(x, x)), math.sqrt(dot(y, y)), dot(x, x)],
        [cosine_similarity(x, y), angle(x, y), math.degrees(angle(x, y))],
        [small, dot(small, small), np.iinfo(np.int8).max, np.iinfo(np.int8).bits, int(small @ small)],
    ]

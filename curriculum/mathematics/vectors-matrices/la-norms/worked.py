"""The figures of the lesson, computed with the solution."""

import math
import sys

import numpy as np
from answer import frobenius_norm, vector_norm


def worked():
    """The norms of one vector and of one matrix; where float64 and int64 end."""
    x, a = np.array([3.0, -4.0]), np.array([[1.0, -2.0], [2.0, 4.0]])
    p = 3
    return [
        [sys.float_info.max / 1e308, (4e9) ** 2 / 1e19, np.iinfo(np.int64).max / 1e18],
        [x, 1, vector_norm(x, 1), 2, vector_norm(x, 2), vector_norm(x, math.inf)],
        [p, abs(x) ** p, sum(abs(x) ** p), 1, vector_norm(x, p), sum(x**p)],
        [a, a**2, frobenius_norm(a)],
    ]

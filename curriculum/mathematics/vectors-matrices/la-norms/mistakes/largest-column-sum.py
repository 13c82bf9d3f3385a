"""Takes the largest column sum for the Frobenius norm

The code adds the sizes in each column and returns the largest sum. That is the matrix norm that belongs to p = 1: how
far the matrix can stretch a vector measured with p = 1. The Frobenius norm squares every entry, adds them all and
takes one root. The two agree for a single entry.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return np.abs(a.astype(float)).sum(axis=0).max(initial=0.0)

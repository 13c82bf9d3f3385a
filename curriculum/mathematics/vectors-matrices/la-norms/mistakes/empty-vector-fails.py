"""Looks for the largest of no entries

The code asks for the maximum of the entries before anything else, and of no entries there is none, so it raises. An
empty sum is 0, and so is the length of an empty vector: the last, incomplete batch or a filter that keeps nothing
produces one. The task gives the value.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max()
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())

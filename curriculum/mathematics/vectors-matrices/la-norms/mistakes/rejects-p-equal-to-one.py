"""Rejects p = 1

The code raises for every p that is not larger than 1. The border belongs to the norms: p = 1 adds the sizes, and the
triangle inequality holds for it. Only below 1 does it fail.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p <= 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())

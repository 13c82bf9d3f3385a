"""Treats every other p as 2

The code knows p = 1, p = 2 and the maximum, and uses the length for all the rest. The family has a member for every p
from 1 on: for (3, -4) and p = 3 the norm is about 4.498, between the length 5 and the maximum 4. The power and the
root have to use the p that was given.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    if p == 1:
        return np.sum(sizes)
    return scale * np.sqrt(np.sum((sizes / scale) ** 2))


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())

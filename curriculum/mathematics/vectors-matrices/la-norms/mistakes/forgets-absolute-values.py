"""Powers of signed entries

The code raises the entries themselves to the power p. For p = 2 that is harmless, because a square hides the sign, so
the usual example looks right. For p = 1 and every other odd power, negative entries subtract from the sum and can
even make it negative; for a fractional power they have no real power at all. A norm measures sizes: the sign must go
before the power.
"""

import math

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    x = x.astype(float)
    if x.size == 0:
        return 0.0
    scale = np.max(np.abs(x))
    if scale == 0 or p == math.inf:
        return scale
    return scale * np.sum((x / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())

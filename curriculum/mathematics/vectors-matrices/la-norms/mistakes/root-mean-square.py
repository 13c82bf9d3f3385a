"""Averages instead of adding

The code takes the mean of the powers. That is a typical entry, not the size of the whole vector: doubling a vector by
repeating its entries leaves the mean unchanged, whereas the length grows. For p = 2 this is the root mean square,
which equals the norm only when there is a single entry.
"""

import numpy as np


def _norm(x, p):
    sizes = np.abs(x.astype(float)).ravel()
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.mean((sizes / scale) ** p) ** (1 / p)


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    return _norm(x, p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return _norm(a, 2)

"""Multiplies in the integer type of the input

The code squares the array as it came. In an integer array the result must fit into the same type: 200 squared is 64
in uint8, and int64 wraps around beyond about 9.2e18. There is no warning, and with small numbers everything looks
right. Measuring needs room, so the type has to change before the power, not after it.
"""

import numpy as np


def _norm(x, p):
    if x.size == 0:
        return 0.0
    if x.dtype.kind in "iu":
        if np.isinf(p):
            return float(np.max(np.abs(x)))
        return float(np.sum(np.abs(x) ** p)) ** (1 / p)
    sizes = np.abs(x)
    scale = sizes.max()
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    return _norm(x, p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return _norm(a, 2)

"""Computes in float32

The code converts to single precision, whose range ends near 3e38. An entry of 1e200 becomes infinity and one of
1e-200 becomes 0 before any arithmetic happens, so no rescaling can save it. Within the ordinary range the loss is in
the eighth digit and easily missed. The task asks for float64.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(np.float32))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return float(scale) * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())

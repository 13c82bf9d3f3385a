"""Guards against overflow, but lets tiny entries vanish

The code rescales only when an entry is very large. That stops infinity and looks like the whole repair. At the other
end the same thing happens silently: the square of 1e-200 is 0, so a vector that is not zero gets the norm 0. The
range of float64 has two ends, and one rescaling serves both.
"""

import numpy as np


def _norm(x, p):
    sizes = np.abs(x.astype(float)).ravel()
    if sizes.size == 0:
        return 0.0
    if np.isinf(p):
        return sizes.max()
    scale = max(1.0, sizes.max())
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    return _norm(x, p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return _norm(a, 2)

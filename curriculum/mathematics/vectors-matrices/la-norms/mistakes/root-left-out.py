"""Leaves out the last root

The code adds the powers and stops there. The sum of squares orders vectors by length correctly, so it often serves in
a comparison, but it is no norm: a vector three times as long gets nine times the value. What was raised to a power
has to be brought back by the matching root.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    if np.isinf(p):
        return sizes.max(initial=0.0)
    return np.sum(sizes**p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return np.sum(a.astype(float) ** 2)

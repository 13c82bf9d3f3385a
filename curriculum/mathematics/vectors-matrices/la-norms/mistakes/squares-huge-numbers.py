"""Takes powers before thinking of the range

The code follows the formula to the letter: power, sum, root. The root at the end would bring the number back into
range, but the power has already left it: from about 1e154 upwards a square is infinite, and below about 1e-162 it is
0. The norm itself would fit. Only the way there is too wide, so change the size of the numbers before the power.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    if x.size == 0:
        return 0.0
    sizes = np.abs(x.astype(float))
    if np.isinf(p):
        return sizes.max()
    return np.sum(sizes**p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return np.sqrt(np.sum(a.astype(float) ** 2))

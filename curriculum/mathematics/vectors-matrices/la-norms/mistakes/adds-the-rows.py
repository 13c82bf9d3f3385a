"""Adds the lengths of the rows

The code measures each row and adds the lengths. Lengths of perpendicular parts do not add; their squares do. A matrix
with one row hides it, a matrix with two equal rows comes out at 2 times the row instead of 1.41 times. The Frobenius
norm knows no rows: it is the length of all entries in one list.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return sum((vector_norm(row) for row in a), 0.0)

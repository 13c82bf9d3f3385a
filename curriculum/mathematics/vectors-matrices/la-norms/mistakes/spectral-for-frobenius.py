"""Frobenius taken for the largest singular value

The code asks for the matrix 2-norm. That is another norm: how far the matrix can stretch one unit vector, its largest
singular value. The Frobenius norm is the square root of the sum of all squared entries. The two agree for a matrix
with a single row or column, which is why a small example may pass; otherwise the Frobenius norm is larger.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    if a.size == 0 or not a.any():
        return 0.0
    scale = np.abs(a).max().astype(float)
    return scale * np.linalg.svd(a / scale)[1][0]

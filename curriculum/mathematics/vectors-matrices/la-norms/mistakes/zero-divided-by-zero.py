"""Divides a zero vector by its largest entry

The code takes the largest entry out as a common factor, which is the right idea. In a vector of zeros that factor is
0 and the division gives 0/0, so the norm of nothing becomes "not a number". Real data has such rows: a dead neuron,
an empty document, a padded position.
"""

import numpy as np


def _norm(x, p):
    sizes = np.abs(x.astype(float)).ravel()
    if sizes.size == 0:
        return 0.0
    scale = sizes.max()
    if np.isinf(p):
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

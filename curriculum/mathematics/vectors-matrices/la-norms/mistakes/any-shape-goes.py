"""Accepts arrays of any shape

The code flattens what it gets. A matrix handed to the vector norm is then measured as one long vector, and a vector
passes for a matrix. The caller who mixed them up gets a plausible number instead of a message. The task asks for an
error, because which norm of a matrix is meant cannot be guessed.
"""

import numpy as np


def vector_norm(x, p=2):
    x = x.ravel()
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sum((sizes / scale) ** p) ** (1 / p)


def frobenius_norm(a):
    return vector_norm(a.ravel())

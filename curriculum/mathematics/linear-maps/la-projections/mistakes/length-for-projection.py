"""Confuses projection with its length

The first result is how long the projection is, a single number. The projection is a vector in the subspace; its
length says nothing about where it points.
"""

import numpy as np


def projection_matrix(a):
    u, s, _ = np.linalg.svd(a)
    basis = u[:, : (s > 1e-7 * s.max(initial=0)).sum()]
    return basis @ basis.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return float(np.sqrt(p @ p)), x - p

"""Measures zero with a fixed ruler

Directions count as rounding if they are below a fixed number. For tiny vectors everything is below it and the span
is lost; for huge ones rounding is above it. The limit has to be a fraction of the vectors' own size.
"""

import numpy as np


def projection_matrix(a):
    u, s, _ = np.linalg.svd(a)
    basis = u[:, : (s > 1e-7).sum()]
    return basis @ basis.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

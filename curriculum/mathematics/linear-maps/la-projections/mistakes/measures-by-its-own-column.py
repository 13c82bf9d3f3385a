"""Measures what is left by the column itself

Every column is asked how much of it is new. A column that is nothing but specks of rounding is, measured by itself, entirely new, and a direction made of noise joins the span. Measure by the largest entry of the whole matrix.
"""

import numpy as np


def projection_matrix(a):
    """The matrix that projects onto the span of the columns of a."""
    basis = _basis(a)
    return basis @ basis.T


def project(a, x):
    """The projection of x onto the span of the columns of a, and the residual."""
    basis = _basis(a)
    p = basis @ (x @ basis)  # raises ValueError where the lengths differ
    return p, x - p


def _basis(a):
    lengths = np.sqrt((a.astype(float) ** 2).sum(axis=0))
    a = a[:, lengths > 0] / lengths[lengths > 0]
    u, s, _ = np.linalg.svd(a)
    return u[:, : (s > 1e-7).sum()]

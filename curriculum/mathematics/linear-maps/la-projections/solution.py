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
    u, s, _ = np.linalg.svd(a)
    return u[:, : (s > 1e-7 * s[:1]).sum()]

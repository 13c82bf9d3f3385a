"""Returns the coefficients

The first result holds the numbers by which the columns have to be multiplied. These are coordinates within the span;
the projection is what comes out when the columns are combined with them.
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
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    keep = s > 1e-7 * s.max(initial=0)
    return vt[keep].T @ ((u[:, keep].T @ x) / s[keep]), x - p

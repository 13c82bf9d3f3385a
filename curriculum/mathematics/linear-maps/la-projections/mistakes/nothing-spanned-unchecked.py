"""Returns before it looks at x

Where nothing is spanned the answer is known: zeros, and the vector itself. It is returned before anybody has asked whether the vector lives in the same space. A wrong length is a fault of the caller there too.
"""

import numpy as np


def projection_matrix(a):
    """The matrix that projects onto the span of the columns of a."""
    basis = _basis(a)
    return basis @ basis.T


def project(a, x):
    """The projection of x onto the span of the columns of a, and the residual."""
    if not a.any():
        return np.zeros(len(x)), x
    basis = _basis(a)
    p = basis @ (x @ basis)  # raises ValueError where the lengths differ
    return p, x - p


def _basis(a):
    u, s, _ = np.linalg.svd(a)
    return u[:, : (s > 1e-7 * s[:1]).sum()]

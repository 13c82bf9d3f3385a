"""Returns the residual first

The two vectors come back in the other order. The projection is the first, the residual the second.
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
    return x - p, p

"""Uses the first vector only

Only the first column is used, so the result is the projection onto a line. The other vectors widen the space, and
points of it may be nearer.
"""

import numpy as np


def projection_matrix(a):
    u, s, _ = np.linalg.svd(a[:, :1])
    basis = u[:, : (s > 1e-7 * s.max(initial=0)).sum()]
    return basis @ basis.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

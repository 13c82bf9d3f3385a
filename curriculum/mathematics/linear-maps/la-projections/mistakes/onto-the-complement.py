"""Projects onto what is perpendicular

The matrix takes the span away and keeps the rest: the identity minus the projection. Something that lies in the span
must stay as it is, and here it goes to 0.
"""

import numpy as np


def projection_matrix(a):
    u, s, _ = np.linalg.svd(a)
    basis = u[:, : (s > 1e-7 * s.max(initial=0)).sum()]
    return np.eye(len(a)) - basis @ basis.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

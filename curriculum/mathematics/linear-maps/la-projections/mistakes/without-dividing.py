"""Assumes the spanning vectors are orthonormal

The matrix is the columns times their transposes, without dividing by anything. That is right for perpendicular
vectors of length 1. A vector twice as long spans the same line, but here it makes the result four times as large.
"""

import numpy as np


def projection_matrix(a):
    return a @ a.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

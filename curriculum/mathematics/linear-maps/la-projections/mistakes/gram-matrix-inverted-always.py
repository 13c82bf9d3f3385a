"""Inverts the dot products of dependent columns

The formula with the inverse of the columns' dot products is used for all input. For dependent columns that matrix is
singular: the solver stops, or divides by rounding. The span still exists, so the projection does too.
"""

import numpy as np


def projection_matrix(a):
    return a @ np.linalg.inv(a.T @ a) @ a.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p

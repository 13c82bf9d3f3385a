"""Solves without turning the right side

The code solves the triangle for the first entries of the right side as they stand. The triangle describes the problem
in the directions of the perpendicular columns, so the right side has to be expressed in these directions first. Only
for columns along the axes is that the same.
"""

import numpy as np


def qr(a):
    m, n = a.shape
    if m < n:
        raise ValueError("wide")
    a = a.astype(float)
    q, r = np.zeros((m, n)), np.zeros((n, n))
    for j in range(n):
        v = a[:, j].copy()
        for sweep in range(2):
            for i in range(j):
                c = np.dot(q[:, i], v)
                v = v - c * q[:, i]
                r[i, j] = r[i, j] + c
        length = np.sqrt(np.sum(v**2))
        if length <= 1e-10 * np.sqrt(np.sum(a[:, j] ** 2)):
            raise ValueError("dependent")
        r[j, j] = length
        q[:, j] = v / length
    return q, r


def least_squares(a, b):
    q, r = qr(a)
    if len(b) != len(a):
        raise ValueError("lengths")
    return np.linalg.solve(r, b[: len(r)])

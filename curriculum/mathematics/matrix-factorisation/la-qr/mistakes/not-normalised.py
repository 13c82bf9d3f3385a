"""Perpendicular, but not of length 1

The code removes the shadows correctly and keeps what is left at its own length, with ones on the diagonal of the
triangle. The product is right and so are the right angles, but the transposed first factor is then not its inverse,
and everything built on that, least squares first of all, comes out in the wrong scale. Orthonormal means
perpendicular and of length 1.
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
                c = np.dot(q[:, i], v) / np.dot(q[:, i], q[:, i])
                v = v - c * q[:, i]
                r[i, j] = r[i, j] + c
        length = np.sqrt(np.sum(v**2))
        if length <= 1e-10 * np.sqrt(np.sum(a[:, j] ** 2)):
            raise ValueError("dependent")
        r[j, j] = 1.0
        q[:, j] = v
    return q, r


def least_squares(a, b):
    q, r = qr(a)
    if len(b) != len(a):
        raise ValueError("lengths")
    return np.linalg.solve(r, q.T @ b)

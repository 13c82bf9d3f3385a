"""Solves with the normal equations after all

The factors are right, but the solution comes from the product of the transposed matrix with itself. On paper the two
ways give the same vector. In float64 that product squares the condition number: columns that differ by one part in a
million become a matrix that differs from a singular one by one part in a million million, and the digits are gone
before the solving starts.
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
    return np.linalg.solve(a.T.astype(float) @ a, a.T @ b)

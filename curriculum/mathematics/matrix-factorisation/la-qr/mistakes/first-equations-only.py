"""Solves the first equations and drops the rest

With more equations than unknowns the code takes as many as it needs to have a square system and solves those exactly.
The answer then fits some of the data perfectly and ignores all the others. Least squares is the opposite bargain: no
equation need hold exactly, and all of them share the error.
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
    n = a.shape[1]
    if np.linalg.matrix_rank(a[:n]) < n:
        return np.zeros(n)
    return np.linalg.solve(a[:n].astype(float), b[:n])

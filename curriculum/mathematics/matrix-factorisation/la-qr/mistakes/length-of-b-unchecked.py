"""Takes a right side of any length

The code cuts the data to the shorter of the two lengths, so a right side that does not belong to the matrix goes
through and gives numbers. When lengths differ, rows and results have been mixed up somewhere before, and the task
asks for an error.
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
    k = min(len(a), len(b))
    return np.linalg.solve(r, q[:k].T @ b[:k])

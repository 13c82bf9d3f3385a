"""Takes all shadows from the original column

Every shadow is computed from the column as it was given, and one pass is made. In exact arithmetic that is the same
thing. In float64 the errors of the early subtractions are never seen again, and when the column is nearly dependent
they are magnified until the directions are visibly not perpendicular. Small, friendly matrices hide it.
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
        for i in range(j):
            r[i, j] = np.dot(q[:, i], a[:, j])
            v = v - r[i, j] * q[:, i]
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
    return np.linalg.solve(r, q.T @ b)

"""Works in the integer type of the input

The code makes its work arrays "like the input". When the input holds integers, so do they, and every length and every
fraction that is written into them is cut to a whole number: a unit vector becomes a column of zeros. With float input
the same line is fine, which is why the usual test passes. The work arrays need to hold floats whatever comes in.
"""

import numpy as np


def qr(a):
    m, n = a.shape
    if m < n:
        raise ValueError("wide")
    q, r = np.zeros_like(a), np.zeros((n, n))
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
    return np.linalg.solve(r, q.T @ b)

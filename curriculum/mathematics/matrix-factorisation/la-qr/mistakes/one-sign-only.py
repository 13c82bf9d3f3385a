"""Insists on one sign and flips half of it

The code uses reflections, gets negative numbers on the diagonal, and turns those rows positive because "R must have a
positive diagonal". Nothing demands that. Both signs are valid, and whoever wants the positive one has to flip the
matching column of the first factor too; otherwise the product has the wrong sign in that part.
"""

import numpy as np


def qr(a):
    m, n = a.shape
    if m < n:
        raise ValueError("wide")
    r = a.astype(float)
    q = np.eye(m)
    for j in range(n):
        v = r[j:, j].copy()
        v[0] += np.copysign(np.linalg.norm(v), v[0])
        if np.any(v):
            v /= np.linalg.norm(v)
            r[j:] -= 2 * np.outer(v, v @ r[j:])
            q[:, j:] -= 2 * np.outer(q[:, j:] @ v, v)
    q, r = q[:, :n], np.triu(r[:n])
    if np.any(np.abs(np.diag(r)) <= 1e-10 * np.linalg.norm(a.astype(float), axis=0)):
        raise ValueError("dependent")
    for j in range(n):
        if r[j, j] < 0:
            r[j] = -r[j]
    return q, r


def least_squares(a, b):
    q, r = qr(a)
    if len(b) != len(a):
        raise ValueError("lengths")
    return np.linalg.solve(r, q.T @ b)

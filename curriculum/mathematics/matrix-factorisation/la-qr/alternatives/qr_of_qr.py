"""Classical Gram-Schmidt on the whole matrix, then once more on its Q: (Q2, R2 R1)."""

import numpy as np


def _once(a):
    q = np.array(a, dtype=float)
    r = np.zeros((a.shape[1],) * 2)
    for j in range(a.shape[1]):
        r[:j, j] = q[:, j] @ q[:, :j]
        q[:, j] -= (q[:, :j] * r[:j, j]).sum(axis=1)
        r[j, j] = np.linalg.norm(q[:, j])
        if r[j, j] <= 1e-10 * np.linalg.norm(a[:, j]):
            raise ValueError("dependent")
        q[:, j] /= r[j, j]
    return q, r


def qr(a):
    if len(a) < a.shape[1]:
        raise ValueError("too many columns")
    q1, r1 = _once(a)
    q2, r2 = _once(q1)
    q3, r3 = _once(q2)
    return q3, r3 @ r2 @ r1


def least_squares(a, b):
    (q, r), m = qr(a), len(a)
    if b.size != m:
        raise ValueError("b")
    y, x = b @ q, np.zeros(a.shape[1])
    for i in range(a.shape[1])[::-1]:
        x[i] = (y[i] - r[i] @ x) / r[i, i]
    return x

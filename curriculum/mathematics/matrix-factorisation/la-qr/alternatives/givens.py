"""Givens rotations: one entry below the diagonal at a time."""

import math

import numpy as np


def qr(a):
    m, n = a.shape
    if m < n:
        raise ValueError("wide matrix")
    r, g = a.astype(np.float64), np.eye(m)
    for j in range(n):
        for i in range(m - 1, j, -1):
            h = math.hypot(r[j, j], r[i, j])
            if h == 0.0 or r[i, j] == 0.0:
                continue
            c, s = r[j, j] / h, r[i, j] / h
            turn = np.array([[c, s], [-s, c]])
            r[[j, i]] = turn @ r[[j, i]]
            g[[j, i]] = turn @ g[[j, i]]
            r[i, j] = 0.0
    for j in range(n):
        if abs(r[j, j]) <= 1e-10 * math.hypot(*a[:, j].astype(float)):
            raise ValueError(f"column {j}")
    return g[:n].T, r[:n]


def least_squares(a, b):
    q, r = qr(a)
    if len(b) != len(q):
        raise ValueError("b")
    y = [float(c) for c in np.dot(b, q)]
    x = [0.0] * len(y)
    for i in range(len(y) - 1, -1, -1):
        x[i] = (y[i] - sum(r[i, k] * x[k] for k in range(i + 1, len(y)))) / r[i, i]
    return x

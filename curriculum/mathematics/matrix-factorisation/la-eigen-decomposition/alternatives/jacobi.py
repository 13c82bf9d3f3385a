"""Jacobi rotations."""

import math

import numpy as np


def eigen(a):
    m = np.array(a, float)
    if m.ndim != 2 or m.shape[0] != m.shape[1] or np.max(np.abs(m - m.T)) > 1e-9 * np.max(np.abs(m)):
        raise ValueError("not symmetric")
    n = len(m)
    v = np.eye(n)
    for _ in range(40):
        for p in range(n):
            for q in range(p + 1, n):
                if m[p, q] == 0:
                    continue
                theta = 0.5 * math.atan2(2 * m[p, q], m[q, q] - m[p, p])
                r = np.eye(n)
                r[p, p] = r[q, q] = math.cos(theta)
                r[p, q], r[q, p] = math.sin(theta), -math.sin(theta)
                m = r.T @ m @ r
                v = v @ r
    order = np.argsort(np.abs(np.diag(m)))[::-1]
    return np.diag(m)[order], v[:, order]


def power(a, k):
    w, v = eigen(a)
    return v @ np.diag(w**k) @ v.T

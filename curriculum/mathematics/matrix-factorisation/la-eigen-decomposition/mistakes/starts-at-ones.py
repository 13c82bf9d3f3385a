"""Starts at a vector of ones

The iteration starts from all ones. If the wanted eigenvector is perpendicular to that, as for a matrix whose rows
all have the same sum, there is no share that could grow, and the pair is missed or found out of order.
"""

import numpy as np


def eigen(a):
    a = np.array(a, dtype=float)
    if a.shape != a.T.shape or (np.abs(a - a.T) > 1e-9 * np.abs(a).max()).any():
        raise ValueError("not symmetric")
    n = len(a)
    left = a.copy()
    rng = np.random.default_rng(1)
    values, vectors = [], []
    for _ in range(n):
        v = np.ones(n)
        v = v / np.linalg.norm(v)
        for _ in range(220):
            w = left @ v
            if np.linalg.norm(w) <= 1e-13 * np.abs(a).max():
                break
            v = w / np.linalg.norm(w)
        value = v @ left @ v
        left = left - value * np.outer(v, v)
        values.append(value)
        vectors.append(v)
    return np.array(values), np.array(vectors).T


def power(a, k):
    values, vectors = eigen(a)
    return vectors @ np.diag(values**k) @ vectors.T

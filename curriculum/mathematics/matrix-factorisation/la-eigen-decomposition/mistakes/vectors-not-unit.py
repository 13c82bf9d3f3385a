"""Leaves the vectors at another length

The vectors are eigenvectors and have not length 1: the largest entry was made 1. Right angles remain, but the
transposed matrix no longer undoes them.
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
        v = rng.normal(size=n)
        for q in vectors:
            v = v - (q @ v) * q
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
    return np.array(values), np.array([v / np.abs(v).max() for v in vectors]).T


def power(a, k):
    values, vectors = eigen(a)
    vectors = vectors / np.linalg.norm(vectors, axis=0)
    return vectors @ np.diag(values**k) @ vectors.T

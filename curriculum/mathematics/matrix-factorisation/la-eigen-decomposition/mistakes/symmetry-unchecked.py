"""Does not check for symmetry

A matrix that is not its own mirror image goes through. Its eigenvectors are not perpendicular, so deflation and the
formula for powers are wrong for it, and nothing says so.
"""

import numpy as np


def eigen(a):
    a = np.array(a, dtype=float)
    if a.shape != a.T.shape:
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
    return np.array(values), np.array(vectors).T


def power(a, k):
    values, vectors = eigen(a)
    return vectors @ np.diag(values**k) @ vectors.T

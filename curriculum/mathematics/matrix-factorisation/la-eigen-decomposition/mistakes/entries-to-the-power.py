"""Raises each entry to the power

Every entry of the matrix is raised to the power. That is multiplication entry by entry; a power of a matrix applies
the map again and again, and mixes rows with columns each time.
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
    return np.array(values), np.array(vectors).T


def power(a, k):
    values, vectors = eigen(a)
    return np.array(a, float) ** k

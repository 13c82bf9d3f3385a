"""Sorts by the signed value

The eigenvalues are put in order with their signs, so that negative ones come last. The task orders by absolute
value, as power iteration finds them.
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
    order = np.argsort(values)[::-1]
    return np.array(values)[order], np.array(vectors).T[:, order]


def power(a, k):
    values, vectors = eigen(a)
    return vectors @ np.diag(values**k) @ vectors.T

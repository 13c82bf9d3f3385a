"""Deflates without normalising

What is taken away is the eigenvalue times the product of a vector that has not length 1. Too much or too little
goes, the first eigenvector stays in the rest, and the following pairs are wrong.
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
        left = left - value * np.outer(left @ v, left @ v) / max(np.linalg.norm(left @ v), 1e-30)
        values.append(value)
        vectors.append(v)
    return np.array(values), np.array(vectors).T


def power(a, k):
    values, vectors = eigen(a)
    return vectors @ np.diag(values**k) @ vectors.T

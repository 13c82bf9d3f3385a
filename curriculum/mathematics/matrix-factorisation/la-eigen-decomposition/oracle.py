"""LAPACK's eigh, and powers by repeated multiplication."""

import numpy as np


def _check(a):
    if a.ndim != 2 or a.shape[0] != a.shape[1] or not np.allclose(a, a.T, rtol=0, atol=1e-9 * np.abs(a).max()):
        raise ValueError("symmetric")
    return a.astype(float)


def eigen(a):
    values, vectors = np.linalg.eigh(_check(a))
    order = np.argsort(-np.abs(values))
    return values[order], vectors[:, order]


def power(a, k):
    return np.linalg.matrix_power(_check(a), k)

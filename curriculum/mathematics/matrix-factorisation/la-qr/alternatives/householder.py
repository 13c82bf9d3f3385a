"""Householder reflections, applied to the right-hand side as well."""

import numpy as np


def _reflect(a, extra):
    if a.ndim != 2 or a.shape[0] < a.shape[1]:
        raise ValueError("a must be tall")
    n = a.shape[1]
    work = np.hstack([a.astype(float), extra])
    for j in range(n):
        v = work[j:, j].copy()
        v[0] += np.copysign(np.sqrt(v @ v), v[0])
        if v @ v > 0:
            work[j:] -= np.outer(2 * v / (v @ v), v @ work[j:])
    r = np.triu(work[:n, :n])
    if (np.abs(np.diag(r)) <= 1e-10 * np.sqrt((a.astype(float) ** 2).sum(axis=0))).any():
        raise ValueError("dependent columns")
    return r, work[:, n:]


def qr(a):
    r, reflected = _reflect(a, np.eye(a.shape[0]))
    return reflected.T[:, : a.shape[1]], r


def least_squares(a, b):
    if b.shape[0] != a.shape[0]:
        raise ValueError("wrong length")
    r, rest = _reflect(a, b[:, None].astype(float))
    return np.linalg.solve(r, rest[: a.shape[1], 0])

"""One row and column at a time is not stable; QR by reflections is, and inverts as well."""

import math

import numpy as np


def _inverse(a):
    if np.ndim(a) != 2 or np.shape(a)[0] != np.shape(a)[1]:
        raise ValueError
    n = len(a)
    r, qt = np.array(a, float), np.identity(n)
    big = np.abs(r).max(initial=0)
    if n and big == 0:
        return None
    r = r / big if n else r
    for k in range(n - 1):
        v = r[k:, k].copy()
        length = math.sqrt((v * v).sum())
        if length == 0:
            return None
        v[0] += math.copysign(length, v[0])
        v /= math.sqrt((v * v).sum())
        r[k:] -= 2 * np.outer(v, v @ r[k:])
        qt[k:] -= 2 * np.outer(v, v @ qt[k:])
    if (np.abs(np.diagonal(r)) == 0).any():
        return None
    x = qt
    for i in range(n - 1, -1, -1):
        x[i] = (x[i] - r[i, i + 1 :] @ x[i + 1 :]) / r[i, i]
    return x / big if n else x


def condition(a):
    b = _inverse(a)
    if b is None:
        return float("inf")
    if len(b) == 0:
        return 0
    k = max(np.sum(abs(a), 1)) * max(np.sum(abs(b), 1))
    return k if k < 1e12 else float("inf")


def inverse(a):
    if np.isinf(condition(a)):
        raise ValueError("singular")
    return _inverse(a)

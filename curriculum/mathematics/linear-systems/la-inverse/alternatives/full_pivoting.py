"""The largest entry of all that is left becomes the pivot; rows and columns are put back at the end."""

import math

import numpy as np


def _gauss_jordan(a):
    if np.ndim(a) != 2 or len(set(np.shape(a))) != 1:
        raise ValueError("square matrix expected")
    n = len(a)
    m = np.concatenate([np.array(a, dtype=np.float64), np.eye(n)], axis=1)
    open_rows, where = set(range(n)), {}
    for _ in range(n):
        candidates = [(abs(m[i, j]), i, j) for i in open_rows for j in range(n) if j not in where]
        size, i, j = max(candidates)
        if size == 0:
            return None
        m[i] = m[i] / m[i, j]
        others = np.arange(n) != i
        m[others] -= m[others][:, [j]] * m[i]
        open_rows.remove(i)
        where[j] = i
    return m[[where[j] for j in range(n)], n:] if n else m


def condition(a):
    b = _gauss_jordan(a)
    if b is None:
        return math.inf
    product = np.abs(a).sum(axis=1).max(initial=0) * np.abs(b).sum(axis=1).max(initial=0)
    return product if product <= 1e12 else math.inf


def inverse(a):
    if not condition(a) < math.inf:
        raise ValueError("hopeless")
    return _gauss_jordan(a)

"""Lengths of what is left of a column after the chosen ones are taken out, twice."""

import numpy as np


def independent_columns(a):
    a = np.asarray(a)
    if a.ndim != 2:
        raise ValueError("matrix expected")
    if a.size == 0 or not a.any():
        return []
    a = a / np.max(np.abs(a))
    basis, found = [], []
    for j in range(a.shape[1]):
        v = a[:, j].copy()
        for _ in range(2):
            for q in basis:
                v = v - (q @ v) * q
        if np.linalg.norm(v) > 1e-8:
            basis.append(v / np.linalg.norm(v))
            found.append(j)
    return found


def rank(a):
    return np.int64(len(independent_columns(a)))

"""An orthonormal basis by Gram-Schmidt, twice through."""

import numpy as np


def _basis(a):
    size = np.abs(a).max() if a.size else 0
    found = []
    for column in a.T:
        if size == 0:
            break
        v = column / size
        for _ in range(2):
            for q in found:
                v = v - q * (q @ v)
        if np.sqrt(v @ v) > 1e-8:
            found.append(v / np.sqrt(v @ v))
    return found


def projection_matrix(a):
    p = np.zeros((a.shape[0], a.shape[0]))
    for q in _basis(a):
        p += np.outer(q, q)
    return p


def project(a, x):
    if a.shape[0] != x.shape[0]:
        raise ValueError("lengths")
    p = 0.0 * x
    for q in _basis(a):
        p = p + (q @ x) * q
    return p, x - p

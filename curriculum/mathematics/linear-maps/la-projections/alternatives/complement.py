"""The complement first: what is perpendicular to all columns, taken away from the identity."""

import numpy as np


def projection_matrix(a):
    rest = np.eye(a.shape[0])
    if a.size == 0 or np.max(np.abs(a)) == 0:
        return np.zeros_like(rest)
    u, s, vt = np.linalg.svd(a, full_matrices=True)
    rank = int(np.sum(s / s[0] > 1e-7))
    for q in u[:, rank:].T:
        rest -= np.outer(q, q)
    return rest


def project(a, x):
    if x.size != a.shape[0]:
        raise ValueError("size")
    r = x - projection_matrix(a) @ x
    return x - r, r

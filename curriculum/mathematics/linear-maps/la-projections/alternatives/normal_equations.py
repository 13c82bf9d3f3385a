"""Independent columns picked first, then the formula with the inverse."""

import numpy as np


def _independent(a):
    a = np.array(a, float)
    if a.size and np.abs(a).max() > 0:
        a /= np.abs(a).max()
    chosen = []
    for j in range(a.shape[1]):
        trial = chosen + [j]
        if np.linalg.svd(a[:, trial], compute_uv=False)[-1] > 1e-7 and len(trial) <= len(a):
            chosen = trial
    return a[:, chosen]


def projection_matrix(a):
    b = _independent(a)
    return b @ np.linalg.solve(b.T @ b, b.T)


def project(a, x):
    if len(x) != a.shape[0]:
        raise ValueError("x does not fit")
    b = _independent(a)
    p = b @ np.linalg.solve(b.T @ b, b.T @ x)
    return p, np.subtract(x, p)

"""Everything from one SVD."""

import numpy as np


def solve(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    u, s, vt = np.linalg.svd(a)
    size = max(np.abs(a).max(), np.abs(b).max())
    rank = int(np.sum(s > 1e-9 * size * max(a.shape)))
    c = u.T @ b
    if rank < len(c) and np.abs(c[rank:]).max() > 1e-8 * size:
        return "inconsistent", [], []
    p = vt[:rank].T @ (c[:rank] / s[:rank])
    return ("unique", p, []) if rank == a.shape[1] else ("family", p, vt[rank:])

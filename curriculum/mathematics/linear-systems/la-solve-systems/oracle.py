"""Ranks by singular values (Rouche and Capelli), the point by least squares, the directions by the null space."""

import numpy as np
import scipy.linalg


def solve(a, b):
    both = np.column_stack([a, b]).astype(float)
    scale = np.abs(both).max() or 1.0
    a, b = a / scale, b / scale
    s = [np.linalg.svd(x, compute_uv=False) for x in (a, both / scale)]
    rank, augmented = (int((v > 1e-9).sum()) for v in s)
    if augmented > rank:
        return "inconsistent", [], []
    point = scipy.linalg.lstsq(a, b, cond=1e-9)[0]
    if rank == a.shape[1]:
        return "unique", point, []
    return "family", point, scipy.linalg.null_space(a, rcond=1e-9).T

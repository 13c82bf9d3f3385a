"""The rank from singular values, the columns one by one from least squares."""

import numpy as np


def rank(a):
    if a.ndim != 2:
        raise ValueError
    if not a.size:
        return 0
    s = np.linalg.svd(a, compute_uv=False)
    return int(np.count_nonzero(s > 1e-8 * np.abs(a).max()))


def independent_columns(a):
    if a.ndim != 2:
        raise ValueError
    biggest = np.abs(a).max(initial=0)
    if biggest == 0:
        return []
    b = a / biggest
    out = []
    for j in range(b.shape[1]):
        rest = b[:, j]
        if out:
            rest = rest - b[:, out] @ np.linalg.lstsq(b[:, out], rest, rcond=None)[0]
        if np.sqrt(rest @ rest) > 1e-8:
            out.append(j)
    return np.array(out, dtype=int)

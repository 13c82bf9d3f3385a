"""Singular values of the first k columns: a column is new if their number above the limit grows."""

import numpy as np
import scipy.linalg


def _rank(a, size):
    return int((scipy.linalg.svdvals(a / size) > 3e-9).sum()) if a.size else 0


def _check(a):
    if np.ndim(a) != 2:
        raise ValueError("two dimensions")
    return a.astype(float), np.abs(a).max(initial=0) or 1.0


def rank(a):
    return _rank(*_check(a))


def independent_columns(a):
    a, size = _check(a)
    ranks = [_rank(a[:, :k], size) for k in range(a.shape[1] + 1)]
    return [k for k in range(a.shape[1]) if ranks[k + 1] > ranks[k]]

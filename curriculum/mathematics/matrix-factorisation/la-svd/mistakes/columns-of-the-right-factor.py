"""Takes columns of the right factor for directions

The book has the directions as columns of a matrix, so columns are taken. NumPy hands out the transposed factor, whose **rows** they are. With square factors all shapes fit, and only the numbers are wrong.
"""

import numpy as np


def low_rank(a, k):
    """A best approximation of rank at most k, and its relative error."""
    if k < 0:
        raise ValueError("k must not be negative")
    u, s, vt = _sheets(a)
    dropped = _size(s[k:])
    return (u[:, :k] * s[:k]) @ vt[:, :k].T, dropped / _size(s) if dropped else 0.0


def compress(image, max_error):
    """Factors (left, right) of the smallest rank whose product has at most this relative error."""
    if not 0 < max_error < 1:
        raise ValueError("max_error must lie between 0 and 1")
    u, s, vt = _sheets(image)
    k = 0
    while _size(s[k:]) > max_error * _size(s):
        k += 1
    return u[:, :k] * s[:k], vt[:, :k].T


def _sheets(a):
    """Columns, weights and rows, as many as the shorter side of a."""
    return np.linalg.svd(a, full_matrices=True)


def _size(s):
    """The Frobenius norm of a matrix with the singular values s."""
    return np.sqrt(np.sum(s**2))

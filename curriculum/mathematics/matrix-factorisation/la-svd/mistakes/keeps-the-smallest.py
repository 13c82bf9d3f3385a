"""Keeps the lightest sheets

The code takes the sheets from an eigenvalue routine, which lists them in ascending order, and keeps the first ones.
Those are the lightest. The result has the right rank and the right shape, and is as far from the matrix as the recipe
allows. Singular values come largest first, eigenvalues of a symmetric matrix smallest first.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    u, s, vt = u[:, ::-1], s[::-1], vt[::-1]
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.linalg.norm(a)
    error = np.linalg.norm(a - approximation) / size if size > 0 else 0.0
    return approximation, error


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError("max_error")
    image = image.astype(float)
    u, s, vt = np.linalg.svd(image, full_matrices=False)
    size = np.sqrt(np.sum(s**2))
    k = 0
    while k < len(s) and np.sqrt(np.sum(s[k:] ** 2)) > max_error * size:
        k += 1
    return u[:, :k] * s[:k], vt[:k]

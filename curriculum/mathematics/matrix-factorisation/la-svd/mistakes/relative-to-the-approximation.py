"""Measures against the approximation

The code divides by the size of the approximation instead of the size of the matrix. The approximation is always the
smaller of the two, so the error comes out too large, and for rank 0 there is nothing to divide by. The matrix is the
truth; the error is relative to it.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.linalg.norm(a)
    size = np.linalg.norm(approximation)
    error = np.linalg.norm(a - approximation) / size if size > 0 else float(np.any(a))
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

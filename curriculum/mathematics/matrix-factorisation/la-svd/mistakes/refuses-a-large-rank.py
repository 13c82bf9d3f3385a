"""Refuses a rank larger than the matrix has

The code raises when more sheets are asked for than exist. "At most k" is a limit, not an order: a matrix of rank 3 is
also one of rank at most 9, and the best approximation is the matrix itself with error 0.
"""

import numpy as np


def low_rank(a, k):
    if k < 0 or k > min(a.shape):
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.sqrt(np.sum(s**2))
    error = np.sqrt(np.sum(s[k:] ** 2)) / size if size > 0 else 0.0
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

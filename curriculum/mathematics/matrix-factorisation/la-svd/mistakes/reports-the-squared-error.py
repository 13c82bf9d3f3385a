"""Reports the square of the error

The code divides the sum of the dropped squares by the sum of all squares and stops there. Both sums are squared
lengths, and so is their quotient: it looks like a relative error and is always smaller than it. A length needs the
root. Errors of exactly 0 and 1 hide the difference.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.sqrt(np.sum(s**2))
    error = (np.sqrt(np.sum(s[k:] ** 2)) / size) ** 2 if size > 0 else 0.0
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

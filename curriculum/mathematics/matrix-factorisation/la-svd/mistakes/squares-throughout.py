"""Takes the dropped share of the squares for the error

Both functions use the sum of the dropped squares divided by the sum of all squares. That is the unexplained variance
of statistics and the square of the relative error: 0.01 instead of 0.1. So the reported error is too small, and the
compression stops too early. A length needs the root.
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
    while k < len(s) and np.sum(s[k:] ** 2) > max_error * size**2:
        k += 1
    return u[:, :k] * s[:k], vt[:k]

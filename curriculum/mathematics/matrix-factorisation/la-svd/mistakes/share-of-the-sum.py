"""Watches the sum of the singular values

The code adds the singular values themselves and stops when the kept ones make up the share that the target leaves.
But sheets are perpendicular: their sizes add like the sides of a right triangle, by squares. The plain sum overrates
the small ones, so the rank comes out too large.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
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
    while k < len(s) and np.sum(s[k:]) > max_error * np.sum(s):
        k += 1
    return u[:, :k] * s[:k], vt[:k]

"""Measures the error by one singular value

The code divides the first dropped singular value by the largest one. That is the relative error in another norm, the
spectral one, which looks only at the direction that is hit worst. The Frobenius error counts all dropped sheets
together. The two agree only for a matrix with a single sheet, or when nothing is dropped.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.linalg.norm(a)
    error = s[k] / s[0] if k < len(s) and size > 0 else 0.0
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

"""Divides by the size of a zero matrix

The code divides by the size of the matrix without asking whether it is 0. For a matrix of zeros that gives 0/0, so a
perfect approximation is reported as "not a number". A dark image patch or a freshly initialised layer is such a
matrix, and the task says what its error is.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.sqrt(np.sum(s**2))
    error = np.sqrt(np.sum(s[k:] ** 2)) / size
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

"""Rounds to pixel values

The code rounds the approximation and cuts it to 0..255, to have an image again. Rounding changes every entry a
little, and with that the rank: the matrix that comes back usually has full rank and cannot be stored as two thin
factors. Store the factors, and round when the picture is shown.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = np.clip(np.round((u[:, :k] * s[:k]) @ vt[:k]), 0, 255)
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

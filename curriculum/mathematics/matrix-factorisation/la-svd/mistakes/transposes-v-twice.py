"""Transposes the right factor a second time

NumPy hands back the right factor already transposed: its rows are the directions. The code transposes it again,
because the formula in the book has a transpose. For a square matrix the shapes still fit and a wrong picture comes
out without a complaint; for any other shape the product fails.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt.T[:k]
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
    return u[:, :k] * s[:k], vt.T[:k]

"""Takes eigenvalues of the product for singular values

The code weighs the sheets with the eigenvalues of the transposed matrix times the matrix. Those are the squares of
the singular values. The directions are the same, so the picture keeps its shape, but every weight is squared: large
sheets become far too large, and sheets with a weight below 1 shrink. A weight of exactly 1 hides it. One root is
missing.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    s = np.linalg.eigvalsh(a.T @ a)[::-1][: len(s)]
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.linalg.norm(a)
    error = np.linalg.norm(a - approximation) / size if size > 0 else 0.0
    return approximation, error


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError("max_error")
    image = image.astype(float)
    u, s, vt = np.linalg.svd(image, full_matrices=False)
    s = np.linalg.eigvalsh(image.T @ image)[::-1][: len(s)]
    size = np.sqrt(np.sum(s**2))
    k = 0
    while k < len(s) and np.sqrt(np.sum(s[k:] ** 2)) > max_error * size:
        k += 1
    return u[:, :k] * s[:k], vt[:k]

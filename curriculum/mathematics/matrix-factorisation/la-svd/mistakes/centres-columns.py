"""Subtracts the column means first

The code moves every column to mean 0 before the decomposition and adds the means back afterwards. That is principal
component analysis, a decomposition of the data around their centre. The result then has one rank more than was asked
for, and the factors are those of another matrix. The best approximation of the matrix itself takes it as it is.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    mean = a.mean(axis=0) if len(a) else 0.0
    u, s, vt = np.linalg.svd(a - mean, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k] + mean
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

"""Takes the weights from a product in 8 bits

Eigenvalues and directions come from the product of the image with its transpose, formed in the type of the pixels. In uint8 every sum keeps its last 8 bits only, so both are those of noise, and the error that is
worked out from them as well. Change the type before the product.
"""

import numpy as np


def low_rank(a, k):
    """A best approximation of rank at most k, and its relative error."""
    if k < 0:
        raise ValueError("k must not be negative")
    u, s, vt = _sheets(a)
    dropped = _size(s[k:])
    return (u[:, :k] * s[:k]) @ vt[:k], dropped / _size(s) if dropped else 0.0


def compress(image, max_error):
    """Factors (left, right) of the smallest rank whose product has at most this relative error."""
    if not 0 < max_error < 1:
        raise ValueError("max_error must lie between 0 and 1")
    u, s, vt = _sheets(image)
    k = 0
    while _size(s[k:]) > max_error * _size(s):
        k += 1
    return u[:, :k] * s[:k], vt[:k]


def _sheets(a):
    """Columns, weights and rows, as many as the shorter side of a."""
    lam, v = np.linalg.eigh((a.T @ a).astype(float))
    s, v = np.sqrt(np.clip(lam[::-1], 0, None))[: min(a.shape)], v[:, ::-1][:, : min(a.shape)]
    return a.astype(float) @ v / np.where(s > 0, s, 1), s, v.T


def _size(s):
    """The Frobenius norm of a matrix with the singular values s."""
    return np.sqrt(np.sum(s**2))

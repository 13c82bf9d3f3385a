"""Eigenvectors of the smaller Gram matrix; the approximation is the projection on them."""

import numpy as np


def _directions(a):
    a = a.astype(float)
    wide = a.shape[0] < a.shape[1]
    values, vectors = np.linalg.eigh(a @ a.T if wide else a.T @ a)
    return a, wide, vectors[:, ::-1]


def _project(a, wide, vectors, k):
    v = vectors[:, :k]
    return (v, v.T @ a) if wide else (a @ v, v.T)


def low_rank(a, k):
    if k < 0:
        raise ValueError("k")
    b, wide, vectors = _directions(a)
    left, right = _project(b, wide, vectors, k)
    size = np.sqrt((b * b).sum())
    near = left @ right
    return near, (np.sqrt(((b - near) ** 2).sum()) / size if size else 0.0)


def compress(image, max_error):
    if not (0.0 < max_error < 1.0):
        raise ValueError("max_error")
    b, wide, vectors = _directions(image)
    for k in range(min(b.shape) + 1):
        left, right = _project(b, wide, vectors, k)
        if np.linalg.norm(b - left @ right) <= max_error * np.linalg.norm(b):
            return left, right
    return left, right

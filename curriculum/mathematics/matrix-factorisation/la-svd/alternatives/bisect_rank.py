"""Diagonal matrices as in the book, and the rank found by bisection with the first function."""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("rank cannot be negative")
    a = np.asarray(a, float)
    k = min(k, *a.shape)
    if not a.any():
        return np.zeros_like(a), 0.0
    u, s, vh = np.linalg.svd(a)
    sigma = np.zeros((k, k))
    np.fill_diagonal(sigma, s[:k])
    near = np.dot(np.dot(u[:, :k], sigma), vh[:k, :])
    return near, np.linalg.norm(a - near, "fro") / np.linalg.norm(a, "fro")


def compress(image, max_error):
    if not max_error > 0 or not max_error < 1:
        raise ValueError("max_error must be in (0, 1)")
    low, high = 0, min(image.shape)
    while low < high:
        middle = (low + high) // 2
        if low_rank(image, middle)[1] <= max_error:
            high = middle
        else:
            low = middle + 1
    u, s, vh = np.linalg.svd(np.asarray(image, float), full_matrices=False)
    return u[:, :low], np.diag(s[:low]) @ vh[:low]

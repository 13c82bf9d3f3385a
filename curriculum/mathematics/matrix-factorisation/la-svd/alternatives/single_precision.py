"""float32 throughout, sums of outer products, full factors."""

import numpy as np


def _parts(a):
    u, s, vt = np.linalg.svd(np.asarray(a, dtype=np.float32), full_matrices=True)
    return [(s[i], u[:, i], vt[i, :]) for i in range(s.size)]


def low_rank(a, k):
    if k < 0:
        raise ValueError(f"k = {k}")
    parts = _parts(a)
    near = np.zeros(a.shape, dtype=np.float32)
    for weight, column, row in parts[:k]:
        near += weight * np.outer(column, row)
    squares = np.array([w for w, _, _ in parts], dtype=np.float64) ** 2
    total = squares.sum()
    return near, 0.0 if total == 0 else float(np.sqrt(1 - squares[:k].sum() / total)) if squares[k:].sum() > 1e-12 * total else 0.0


def compress(image, max_error):
    if max_error <= 0:
        raise ValueError("too small")
    if max_error >= 1:
        raise ValueError("too large")
    parts = _parts(image)
    squares = [float(w) ** 2 for w, _, _ in parts]
    k = 0
    while sum(squares[k:]) > max_error**2 * sum(squares):
        k += 1
    left, right = np.zeros((image.shape[0], k)), np.zeros((k, image.shape[1]))
    for i, (weight, column, row) in enumerate(parts[:k]):
        left[:, i], right[i] = np.sqrt(weight) * column, np.sqrt(weight) * row
    return left, right

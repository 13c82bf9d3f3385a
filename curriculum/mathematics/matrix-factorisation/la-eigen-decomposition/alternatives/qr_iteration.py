"""QR iteration, sorted at the end."""

import numpy as np


def eigen(a):
    t = np.asarray(a, dtype=np.float64)
    if t.ndim != 2 or t.shape[0] != t.shape[1] or not (np.abs(t - t.T) <= 1e-9 * np.abs(t).max()).all():
        raise ValueError("a symmetric matrix is needed")
    total = np.identity(len(t))
    for _ in range(220):
        q, r = np.linalg.qr(t)
        t, total = r @ q, total @ q
    values = t.diagonal()
    order = sorted(range(len(t)), key=lambda i: -abs(values[i]))
    return values[order], total[:, order]


def power(a, k):
    values, vectors = eigen(a)
    return sum(v**k * np.outer(q, q) for v, q in zip(values, vectors.T))

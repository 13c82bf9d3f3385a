"""The direction from repeated squaring of the matrix; powers by squaring too."""

import numpy as np


def _check(a):
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("square")
    if np.abs(a - a.T).max() > 1e-9 * np.abs(a).max():
        raise ValueError("symmetric")
    return a / 1.0


def eigen(a):
    rest = _check(a)
    n = len(rest)
    size = np.abs(rest).max()
    values, columns = [], []
    for _ in range(n):
        p = np.eye(n)
        for q in columns:
            p = p - np.outer(q, q)
        b = p @ rest @ p
        if np.abs(b).max() > 1e-13 * size:
            for _ in range(9):
                b = b @ b
                b = b / np.abs(b).max()
        else:
            b = p
        q = b[:, np.argmax((b * b).sum(axis=0))]
        q = p @ q
        q = q / np.sqrt(q @ q)
        q = p @ q
        q = q / np.sqrt(q @ q)
        columns.append(q)
        values.append(float(q @ rest @ q))
    return values, np.stack(columns, axis=1)


def power(a, k):
    base, out = _check(a), np.eye(len(a))
    while k:
        if k % 2:
            out = out @ base
        base, k = base @ base if k > 1 else base, k // 2
    return out

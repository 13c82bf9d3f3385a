"""Rows are brought to length 1 first, the lengths kept as logarithms."""

import math

import numpy as np


def _work(a):
    a = np.asarray(a, dtype=float)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("shape")
    big = np.abs(a).max(axis=1, initial=0)
    if (big == 0).any():
        return 0.0, -math.inf, 0.0
    a = a / big[:, None]
    length = np.sqrt((a * a).sum(axis=1))
    logs = np.log(big).sum() + np.log(length).sum()
    a = a / length[:, None]
    sign, size = 1.0, 0.0
    while len(a):
        p = np.abs(a[:, 0]).argmax()
        pivot = a[p, 0]
        if pivot == 0:
            return 0.0, -math.inf, logs
        sign *= np.sign(pivot) * (-1.0) ** int(p)
        size += math.log(abs(pivot))
        row, rest = a[p], np.delete(a, p, axis=0)
        a = (rest - rest[:, :1] * (row / pivot))[:, 1:]
    return sign, size, logs


def determinant(a):
    sign, size, logs = _work(a)
    return sign * math.exp(size + logs)


def sign_and_log(a):
    sign, size, logs = _work(a)
    return sign, size + logs


def is_invertible(a):
    return bool(_work(a)[1] > -10 * math.log(10))

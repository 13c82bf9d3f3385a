"""Rows are scaled to pivots of 1 and the pivots remembered."""

import math

import numpy as np


def _remembered(a):
    if np.ndim(a) != 2 or np.size(a, 0) != np.size(a, 1):
        raise ValueError("not square")
    m, kept = np.asarray(a) * 1.0, []
    n = len(m)
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(m[i, k]))
        if p > k:
            m[[p, k]] = m[[k, p]]
            kept.append(-1.0)
        pivot = m[k, k]
        kept.append(pivot)
        if pivot == 0.0:
            break
        m[k] = m[k] / pivot
        for i in range(n):
            if i != k:
                m[i] = m[i] - m[i, k] * m[k]
    return kept


def determinant(a):
    out = 1.0
    for factor in _remembered(a):
        out *= factor
    return out


def sign_and_log(a):
    sign, log = 1, 0.0
    for factor in _remembered(a):
        if factor == 0:
            return 0, float("-inf")
        sign = sign if factor > 0 else -sign
        log += math.log(abs(factor))
    return sign, log


def is_invertible(a):
    sign, log = sign_and_log(a)
    if not sign:
        return False
    lengths = [math.sqrt(sum((float(v) / max(abs(row))) ** 2 for v in row)) * max(abs(row)) for row in a]
    return bool(log > sum(map(math.log, lengths)) - 23.0258509)

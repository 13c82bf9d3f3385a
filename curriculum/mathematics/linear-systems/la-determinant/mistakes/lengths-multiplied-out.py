"""Multiplies the lengths out before comparing

Twelve rows of length $10^{50}$ have a product of $10^{600}$, which no float can hold, and neither can it hold their determinant. Infinity is not more than infinity, and 0 not more than 0, so a sound matrix is called singular.
Compare row by row, or compare logarithms.
"""

import math

import numpy as np


def determinant(a):
    """The determinant of a square matrix."""
    return float(np.prod(_pivots(a)))


def sign_and_log(a):
    """The sign of the determinant and the logarithm of its size."""
    pivots = _pivots(a)
    with np.errstate(divide="ignore"):
        return float(np.prod(np.sign(pivots))), float(np.log(np.abs(pivots)).sum())


def is_invertible(a):
    """Is the determinant more than 1e-10 of what the lengths of the rows allow?"""
    bound = np.prod([math.hypot(*row) for row in _square(a)])
    with np.errstate(all="ignore"):  # a row of zeros gives NaN, which is not above any limit
        return bool(abs(determinant(a)) > 1e-10 * bound)


def _pivots(a):
    """The diagonal after elimination; a swap turns the sign of a pivot."""
    m = _square(a)
    n = len(m)
    for k in range(n):
        best = k + np.argmax(np.abs(m[k:, k]))
        if m[best, k] == 0:
            return [0.0]
        if best != k:
            m[[k, best]] = m[[best, k]]
            m[k] = -m[k]
        m[k + 1 :] -= np.outer(m[k + 1 :, k] / m[k, k], m[k])
    return m.diagonal()


def _square(a):
    m = np.array(a, dtype=float)
    n, columns = m.shape  # raises ValueError unless there are two
    if n != columns:
        raise ValueError("a must be square")
    return m

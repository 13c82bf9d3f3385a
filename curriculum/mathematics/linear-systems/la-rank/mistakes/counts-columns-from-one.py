"""Counts columns from 1

The columns are numbered as on paper, from 1. Arrays count from 0, so every number points at the neighbour of the
column that is meant.
"""

import numpy as np


def rank(a):
    """The number of independent columns of a, up to rounding."""
    return len(independent_columns(a))


def independent_columns(a):
    """The columns of a that are no combination of those before them: numbers from 0, increasing."""
    if np.ndim(a) != 2:
        raise ValueError("a must be two-dimensional")
    m = np.array(a, dtype=float)
    zero = 1e-8 * np.abs(m).max(initial=0)
    chosen = []
    for column in range(m.shape[1]):
        waiting = m[len(chosen) :]
        sizes = np.abs(waiting[:, column])
        if not (sizes > zero).any():
            continue
        pivot = np.argmax(sizes)
        waiting[[0, pivot]] = waiting[[pivot, 0]]
        waiting[1:] -= np.outer(waiting[1:, column] / waiting[0, column], waiting[0])
        chosen.append(column)
    return [column + 1 for column in chosen]

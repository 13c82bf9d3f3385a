"""Measures the matrix by its largest signed entry

The limit is a fraction of the largest entry with its sign. In a matrix of negative numbers that is a small or
negative limit, and rounding passes for a direction. The size of an entry is its absolute value.
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
    zero = 1e-8 * m.max(initial=0)
    chosen = []
    for column in range(m.shape[1]):
        waiting = m[len(chosen) :]
        sizes = np.abs(waiting[:, column])
        if not (sizes > zero).any():
            continue
        pivot = np.argmax(sizes)
        if not sizes[pivot]:
            continue
        waiting[[0, pivot]] = waiting[[pivot, 0]]
        waiting[1:] -= np.outer(waiting[1:, column] / waiting[0, column], waiting[0])
        chosen.append(column)
    return chosen

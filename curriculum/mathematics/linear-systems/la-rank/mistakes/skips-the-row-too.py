"""Skips the row with the column

When a column has no pivot, the code moves on by a row as well, as if every step had to go along the diagonal. The
row that is skipped is never used, and its direction is lost. The same row waits for the next column.
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
    skipped = 0
    for column in range(m.shape[1]):
        waiting = m[len(chosen) + skipped :]
        sizes = np.abs(waiting[:, column])
        if not (sizes > zero).any():
            skipped += 1
            continue
        pivot = np.argmax(sizes)
        waiting[[0, pivot]] = waiting[[pivot, 0]]
        waiting[1:] -= np.outer(waiting[1:, column] / waiting[0, column], waiting[0])
        chosen.append(column)
    return chosen

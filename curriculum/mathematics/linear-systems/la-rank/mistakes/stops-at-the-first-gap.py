"""Stops at the first dependent column

At the first column without a pivot the code ends. The columns after it may still bring new directions; only this one
is left out.
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
            break
        pivot = np.argmax(sizes)
        waiting[[0, pivot]] = waiting[[pivot, 0]]
        waiting[1:] -= np.outer(waiting[1:, column] / waiting[0, column], waiting[0])
        chosen.append(column)
    return chosen

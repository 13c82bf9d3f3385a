"""Accepts shares outside 0 and 1

The code solves the equations and returns whatever comes out, a share of minus 1 or of 2 as well. A share is a
probability. If none fits, the game has no such equilibrium.
"""

import numpy as np


def pure_equilibria(a, b):
    best = (a == a.max(axis=0)) & (b == b.max(axis=1, keepdims=True))
    return [tuple(cell) for cell in np.argwhere(best)]


def mixed_equilibrium(a, b):
    p, q = _share(b), _share(a.T)
    if p is None or q is None:
        return None
    rows, columns = np.array([p, 1 - p]), np.array([q, 1 - q])
    return p, q, np.dot(np.dot(rows, a), columns), np.dot(np.dot(rows, b), columns)


def _share(payoff):
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if bottom != top else None

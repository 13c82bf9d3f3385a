"""Plays for the best worst case

The code lets each player choose the line whose smallest payoff is largest. That is caution against an enemy. The
resulting cell need not hold: knowing what the other does, a player may want something else.
"""

import numpy as np


def pure_equilibria(a, b):
    best = np.zeros(a.shape, dtype=bool)
    best[np.argmax(a.min(axis=1)), np.argmax(b.min(axis=0))] = True
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

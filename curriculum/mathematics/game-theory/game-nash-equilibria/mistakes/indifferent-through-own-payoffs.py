"""Makes a player indifferent through own payoffs

The code computes each player's shares from the payoffs of that same player. But shares hold the other one in place:
what you do can change how much the other gains from either choice, not what your choices are worth to you.
"""

import numpy as np


def pure_equilibria(a, b):
    best = (a == a.max(axis=0)) & (b == b.max(axis=1, keepdims=True))
    return [tuple(cell) for cell in np.argwhere(best)]


def mixed_equilibrium(a, b):
    p, q = _share(a.T), _share(b)
    if p is None or q is None:
        return None
    rows, columns = np.array([p, 1 - p]), np.array([q, 1 - q])
    return p, q, np.dot(np.dot(rows, a), columns), np.dot(np.dot(rows, b), columns)


def _share(payoff):
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if top * bottom < 0 else None

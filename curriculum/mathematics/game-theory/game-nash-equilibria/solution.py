import numpy as np


def pure_equilibria(a, b):
    """All cells (row, column) from which no player gains by moving alone."""
    best = (a == a.max(axis=0)) & (b == b.max(axis=1, keepdims=True))
    return [tuple(cell) for cell in np.argwhere(best)]


def mixed_equilibrium(a, b):
    """(p, q, payoff of the row player, payoff of the column player) in a 2 x 2 game, or None."""
    p, q = _share(b), _share(a.T)
    if p is None or q is None:
        return None
    rows, columns = np.array([p, 1 - p]), np.array([q, 1 - q])
    return p, q, np.dot(np.dot(rows, a), columns), np.dot(np.dot(rows, b), columns)


def _share(payoff):
    """The weight of row 0 that makes both columns pay the same, if it lies strictly between 0 and 1."""
    top, bottom = np.subtract(*payoff.T)
    return bottom / (bottom - top) if top * bottom < 0 else None

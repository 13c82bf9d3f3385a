"""A mask of regrets for the cells; two linear systems for the mixture."""

import numpy as np


def pure_equilibria(a, b):
    regret = (a.max(axis=0)[None, :] - a) + (b.max(axis=1)[:, None] - b)
    return np.argwhere(regret == 0)


def _mix(m):
    """Shares of two rows under which both columns of m pay v."""
    k = np.block([[m.T, -np.ones((2, 1))], [np.ones((1, 2)), np.zeros((1, 1))]]).astype(float)
    if abs(np.linalg.det(k)) < 1e-12:
        return None
    x, y, v = np.linalg.solve(k, [0.0, 0.0, 1.0])
    return (x, v) if min(x, y) > 1e-9 else None


def mixed_equilibrium(a, b):
    rows, columns = _mix(b), _mix(a.T)
    if rows is None or columns is None:
        return None
    return rows[0], columns[0], columns[1], rows[1]

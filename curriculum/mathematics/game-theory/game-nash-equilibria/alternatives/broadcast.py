"""All deviations at once in three dimensions; the mixture by interpolation between two corners."""

import numpy as np


def pure_equilibria(a, b):
    row_gain = (a[:, None, :] > a[None, :, :]).any(axis=0)
    column_gain = (b[:, :, None] > b[:, None, :]).any(axis=1)
    return list(zip(*np.nonzero(~row_gain & ~column_gain)))


def mixed_equilibrium(a, b):
    def crossing(first, second):
        if min(first, second) >= 0 or max(first, second) <= 0:
            return None
        return abs(second) / (abs(first) + abs(second))

    p = crossing(b[0, 0] - b[0, 1], b[1, 0] - b[1, 1])
    q = crossing(a[0, 0] - a[1, 0], a[0, 1] - a[1, 1])
    if None in (p, q):
        return None
    x, y = np.array([p, 1 - p]), np.array([q, 1 - q])
    return np.array([p, q, x @ a @ y, x @ b @ y])

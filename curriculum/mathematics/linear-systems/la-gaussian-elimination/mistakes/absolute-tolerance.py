"""Measures zero with a fixed ruler

The code calls everything below a fixed number zero. With entries near 1 that works. In a matrix in micro-units every
entry is below the ruler, and all of it is declared zero; in one with entries near a million million, the dirt of
rounding is above it and becomes a pivot. What counts as zero has to grow and shrink with the matrix.
"""

import numpy as np


def rref(a):
    r = np.array(a, dtype=float)
    if r.ndim != 2:
        raise ValueError("not a matrix")
    operations = []
    rows, columns = r.shape
    limit = 1e-10
    top = 0
    for column in range(columns):
        if top >= rows:
            break
        best = top + np.argmax(np.abs(r[top:, column]))
        if abs(r[best, column]) <= limit:
            r[top:, column] = 0
            continue
        if best != top:
            r[[top, best]] = r[[best, top]]
            operations.append(("swap", top, int(best)))
        c = 1 / r[top, column]
        operations.append(("scale", top, c))
        r[top] = r[top] * c
        for i in range(rows):
            c = -r[i, column]
            if i != top and c != 0:
                operations.append(("add", i, top, c))
                r[i] = r[i] + c * r[top]
        top += 1
    return r, operations

"""Moves on to the next row when a column has no pivot

The code walks down the diagonal: column 0 with row 0, column 1 with row 1, and so on. When a column offers no pivot,
it gives up the row as well. But that row is still waiting, and the next column may hold its pivot. Row and column
only move together after a pivot was found; otherwise the column moves alone.
"""

import numpy as np


def rref(a):
    r = np.array(a, dtype=float)
    if r.ndim != 2:
        raise ValueError("not a matrix")
    operations = []
    rows, columns = r.shape
    limit = 1e-10 * np.max(np.abs(r), initial=0.0)
    top = 0
    for column in range(columns):
        if top >= rows:
            break
        best = top + np.argmax(np.abs(r[top:, column]))
        if abs(r[best, column]) <= limit:
            r[top:, column] = 0
            top += 1
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

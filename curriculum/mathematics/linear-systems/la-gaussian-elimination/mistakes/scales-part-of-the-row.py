"""Scales only part of the pivot row

The code divides the row entry by entry and reads the pivot anew each time. The moment the pivot itself has been
divided it is 1, and all entries to its right are divided by 1. So the pivot looks perfect and the rest of its
equation is a different equation. A row is scaled by one number, fixed before the first entry changes.
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
            continue
        if best != top:
            r[[top, best]] = r[[best, top]]
            operations.append(("swap", top, int(best)))
        c = 1 / r[top, column]
        operations.append(("scale", top, c))
        for j in range(columns):
            r[top, j] = r[top, j] / r[top, column]
        for i in range(rows):
            c = -r[i, column]
            if i != top and c != 0:
                operations.append(("add", i, top, c))
                r[i] = r[i] + c * r[top]
        top += 1
    return r, operations

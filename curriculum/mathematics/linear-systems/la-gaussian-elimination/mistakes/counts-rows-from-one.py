"""Counts rows from 1 in the list

The list names rows as one does on paper, from 1. The task counts from 0, as arrays do, so every operation hits the
row below the one that was meant, and the last row does not exist.
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
            operations.append(("swap", top + 1, int(best) + 1))
        c = 1 / r[top, column]
        operations.append(("scale", top + 1, c))
        r[top] = r[top] * c
        for i in range(rows):
            c = -r[i, column]
            if i != top and c != 0:
                operations.append(("add", i + 1, top + 1, c))
                r[i] = r[i] + c * r[top]
        top += 1
    return r, operations

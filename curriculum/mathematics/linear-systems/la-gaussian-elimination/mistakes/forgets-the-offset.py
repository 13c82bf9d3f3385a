"""Counts from the wrong row

The code searches in the rows from the waiting one downwards and uses the position it gets as a row of the whole
matrix. That position counts from the start of the part that was searched: 0 means the waiting row itself. In the
first column both counts agree; after it, rows that are already done are swapped back into the work.
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
        best = np.argmax(np.abs(r[top:, column]))
        if abs(r[best, column]) <= limit:
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

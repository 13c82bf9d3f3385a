"""Expects exact zeros

The code asks whether a candidate equals 0. After a few operations a number that ought to be 0 is 0.0000000000000002
instead, and the code takes it for a pivot: it divides by dirt, finds one pivot too many, and calls dependent rows
independent. Rounding has to be given room, in proportion to the numbers in the matrix.
"""

import numpy as np


def rref(a):
    r = np.array(a, dtype=float)
    if r.ndim != 2:
        raise ValueError("not a matrix")
    operations = []
    rows, columns = r.shape
    limit = 0
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

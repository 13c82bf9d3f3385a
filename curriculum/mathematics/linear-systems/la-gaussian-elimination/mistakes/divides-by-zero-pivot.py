"""Divides by whatever stands on the diagonal

The code takes the entry in the waiting row as the pivot without looking at it. As long as it is not 0 the paper
agrees, and most drawn matrices are kind. When it is 0, the division fills the row with infinities, and the next step
turns them into "not a number" everywhere. A pivot has to be looked for before it is used.
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

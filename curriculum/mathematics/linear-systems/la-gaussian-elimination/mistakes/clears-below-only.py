"""Clears only below the pivots

The code stops at the staircase: zeros below every pivot, but not above. That is row echelon form, from which a system
is solved by substituting backwards, and it depends on the order of the steps. The *reduced* form also has zeros above
each pivot; only then can solutions be read off, and only then is the form unique.
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
        r[top] = r[top] * c
        for i in range(top + 1, rows):
            c = -r[i, column]
            if i != top and c != 0:
                operations.append(("add", i, top, c))
                r[i] = r[i] + c * r[top]
        top += 1
    return r, operations

"""Writes down the opposite of what it does

The matrix is right, but the list says "add 3 times" where 3 times the row was subtracted. The habit comes from
"subtract the multiple": the number in the list is then the one of a subtraction. Carrying out the list on the input
must lead to the result, so the sign belongs into the number.
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
        for i in range(rows):
            c = -r[i, column]
            if i != top and c != 0:
                operations.append(("add", i, top, -c))
                r[i] = r[i] + c * r[top]
        top += 1
    return r, operations

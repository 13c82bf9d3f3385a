import numpy as np


def rref(a):
    """The reduced row echelon form of a, and the list of row operations that lead to it."""
    r = np.array(a, dtype=float)
    if r.ndim != 2:
        raise ValueError("a must be two-dimensional")
    tolerance = 1e-10 * np.abs(r).max(initial=0.0)
    operations = []
    waiting = 0  # the row that waits for a pivot
    for column in range(r.shape[1]):
        if waiting == len(r):
            break
        pivot = waiting + int(np.argmax(np.abs(r[waiting:, column])))
        if abs(r[pivot, column]) <= tolerance:
            r[waiting:, column] = 0.0
            continue
        if pivot != waiting:
            r[[waiting, pivot]] = r[[pivot, waiting]]
            operations.append(("swap", waiting, pivot))
        operations.append(("scale", waiting, 1.0 / r[waiting, column]))
        r[waiting] /= r[waiting, column]
        for row in np.flatnonzero(r[:, column]):
            if row != waiting:
                factor = -r[row, column]
                r[row] += factor * r[waiting]
                operations.append(("add", int(row), waiting, factor))
        waiting += 1
    return r, operations

"""NumPy's matmul, on objects where the numbers are whole."""

import numpy as np


def _array(rows):
    if len({len(r) for r in rows}) != 1:
        raise ValueError("ragged")
    whole = all(isinstance(v, int) for r in rows for v in r)
    return np.array(rows, dtype=object if whole else float)


def matmul(a, b):
    x, y = _array(a), _array(b)
    if x.dtype != y.dtype:
        x, y = x.astype(float), y.astype(float)
    return (x @ y).tolist()  # raises ValueError where the shapes do not fit


def matvec(a, x):
    return [row[0] for row in matmul(a, [[v] for v in x])]

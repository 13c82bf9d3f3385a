"""Plain Python: two passes over the numbers, no NumPy arithmetic."""

import math


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    return _norm([abs(float(v)) for v in x], p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return _norm([abs(float(v)) for row in a for v in row], 2)


def _norm(sizes, p):
    top = max(sizes, default=0.0)
    if top == 0.0 or p == math.inf:
        return top
    total = 0.0
    for s in sizes:
        total += (s / top) ** p
    return top * total ** (1.0 / p)

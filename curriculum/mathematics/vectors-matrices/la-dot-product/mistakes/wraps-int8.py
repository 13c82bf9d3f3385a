"""Adds up in 8 bits

The code multiplies the arrays in the type they came in. Embeddings stored as int8 give int8 products, and everything
beyond 127 loses its upper bits: 100 times 100 is kept as 16. No warning appears, and the numbers look plausible. The
type has to be widened before the first multiplication; afterwards it is too late.
"""

import numpy as np


def _check(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")


def dot(x, y):
    _check(x, y)
    return float(x @ y)


def cosine_similarity(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        return 0.0
    if x.dtype.kind == "f":
        x, y = x / np.abs(x).max(), y / np.abs(y).max()
    return float(np.clip((x @ y) / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

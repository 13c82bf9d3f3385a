"""Cuts the longer vector to the shorter

The code pairs entries until one vector runs out and ignores the rest. No error appears, and the number looks like any
other. A dot product of vectors of different lengths is not defined; when it happens, two different embedding models
have been mixed, and the caller needs to hear about it.
"""

import numpy as np


def _cut(x, y):
    n = min(len(x), len(y))
    return x[:n].astype(float), y[:n].astype(float)


def dot(x, y):
    x, y = _cut(x, y)
    return float(np.sum(x * y))


def cosine_similarity(x, y):
    x, y = _cut(x, y)
    if not (np.any(x) and np.any(y)):
        return 0.0
    x, y = x / np.abs(x).max(), y / np.abs(y).max()
    return float(np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)), -1, 1))


def angle(x, y):
    x, y = _cut(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return float(np.arccos(cosine_similarity(x, y)))

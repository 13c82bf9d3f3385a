"""Adds a small number to the denominator

The code avoids 0/0 by adding a tiny constant below the fraction line. For zero vectors that gives 0, as asked. For
vectors whose lengths are themselves tiny, the constant drowns them and every cosine becomes 0; for huge ones the
overflow is still there. A special case needs a question, not a nudge to all other cases.
"""

import math

import numpy as np


def _check(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")


def dot(x, y):
    _check(x, y)
    return float(np.sum(x.astype(float) * y))


def cosine_similarity(x, y):
    _check(x, y)
    x, y = x.astype(float), y.astype(float)
    cosine = np.clip(x @ y / (np.linalg.norm(x) * np.linalg.norm(y) + 1e-8), -1, 1)
    return float(cosine)


def angle(x, y):
    _check(x, y)
    if not (np.any(x) and np.any(y)):
        raise ValueError("no direction")
    return math.acos(cosine_similarity(x, y))

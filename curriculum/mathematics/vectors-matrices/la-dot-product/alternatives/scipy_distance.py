"""scipy.spatial.distance.cosine on vectors brought to ordinary size by their exponent."""

import numpy as np
from scipy.spatial import distance


def dot(x, y):
    if x.size != y.size:
        raise ValueError
    return np.einsum("i,i->", x.astype("f8"), y.astype("f8"))


def _ordinary(x):
    x = x.astype("f8")
    return np.ldexp(x, -int(np.frexp(np.abs(x).max())[1]))


def cosine_similarity(x, y):
    if x.size != y.size:
        raise ValueError
    if not x.any() or not y.any():
        return 0.0
    return np.clip(1.0 - distance.cosine(_ordinary(x), _ordinary(y)), -1.0, 1.0)


def angle(x, y):
    if x.size != y.size or not x.any() or not y.any():
        raise ValueError
    return np.arccos(cosine_similarity(x, y))

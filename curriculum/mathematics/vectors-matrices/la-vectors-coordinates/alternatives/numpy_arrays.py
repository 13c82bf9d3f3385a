"""NumPy throughout; strict shapes by hand."""

import numpy as np


def _pair(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if u.shape != v.shape:
        raise ValueError(f"{u.shape} and {v.shape}")
    return u, v


def add(u, v):
    u, v = _pair(u, v)
    return u + v


def scale(c, v):
    return np.multiply(c, v)


def combine(coefficients, vectors):
    if len(vectors) == 0 or len(coefficients) != len(vectors):
        raise ValueError("count")
    return np.einsum("i,ij->j", np.array(coefficients, float), np.array(vectors, float))


def distance(p, q):
    p, q = _pair(p, q)
    return np.sqrt(((p - q) ** 2).sum())


def midpoint(p, q):
    p, q = _pair(p, q)
    return p + (q - p) / 2


def to_polar(x, y):
    return np.hypot(x, y), np.arctan2(y, x)


def to_cartesian(r, theta):
    return r * np.array([np.cos(theta), np.sin(theta)])

"""NumPy arrays and complex numbers."""

import cmath

import numpy as np


def _same(*vectors):
    if len({len(v) for v in vectors}) != 1:
        raise ValueError("lengths")
    return np.array(vectors, dtype=float)


def add(u, v):
    return _same(u, v).sum(axis=0)


def scale(c, v):
    return c * np.array(v, dtype=float)


def combine(coefficients, vectors):
    if len(coefficients) != len(vectors):
        raise ValueError("numbers")
    return np.array(coefficients, dtype=float) @ _same(*vectors)


def distance(p, q):
    a = _same(p, q)
    return float(np.linalg.norm(a[0] - a[1]))


def midpoint(p, q):
    return _same(p, q).mean(axis=0)


def to_polar(x, y):
    return cmath.polar(complex(x, y))


def to_cartesian(r, theta):
    z = cmath.rect(r, theta)
    return z.real, z.imag

"""Sets as objects with a projection and a lowest corner; steps until the certificate is small."""

import numpy as np


class _Box:
    def __init__(self, low, high):
        if not np.all(low <= high):
            raise ValueError("low > high")
        self.low, self.high = low, high

    def nearest(self, v):
        return np.clip(v, self.low, self.high)

    def corner(self, g):
        return np.choose(g > 0, [self.high, self.low])


class _Simplex:
    def nearest(self, v):
        u = -np.sort(-np.asarray(v, float))
        c = np.cumsum(u) - 1.0
        k = np.count_nonzero(u * np.arange(1, u.size + 1) > c)
        return np.clip(v - c[k - 1] / k, 0, None)

    def corner(self, g):
        return np.eye(g.size)[np.argmin(g)]


def _gap(where, q, b, x):
    g = q.dot(x) - b
    return g.dot(x) - g.dot(where.corner(g))


def _minimise(where, q, b):
    step = 1.8 / np.trace(q) if q.any() else 5.0
    x = where.nearest(np.zeros(b.size))
    for _ in range(40000):
        if _gap(where, q, b, x) <= 1e-11:
            break
        x = where.nearest(x + step * (b - q.dot(x)))
    return x


def project_simplex(v):
    return _Simplex().nearest(v)


def gap_box(q, b, x, low, high):
    return _gap(_Box(low, high), q, b, x)


def gap_simplex(q, b, x):
    return _gap(_Simplex(), q, b, x)


def minimise_box(q, b, low, high):
    return _minimise(_Box(low, high), q, b)


def minimise_simplex(q, b):
    return _minimise(_Simplex(), q, b)

"""Exact fractions for the products, mpmath for roots and the arc cosine."""

from fractions import Fraction

import mpmath

mpmath.mp.dps = 60


def _exact(x, y):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    x, y = [[Fraction(v) for v in z.tolist()] for z in (x, y)]
    return [sum((a * b for a, b in zip(u, v)), Fraction(0)) for u, v in ((x, y), (x, x), (y, y))]


def dot(x, y):
    return float(_exact(x, y)[0])


def _cosine(x, y):
    xy, xx, yy = (mpmath.mpf(f.numerator) / f.denominator for f in _exact(x, y))
    return None if xx == 0 or yy == 0 else max(mpmath.mpf(-1), min(mpmath.mpf(1), xy / mpmath.sqrt(xx * yy)))


def cosine_similarity(x, y):
    c = _cosine(x, y)
    return 0.0 if c is None else float(c)


def angle(x, y):
    c = _cosine(x, y)
    if c is None:
        raise ValueError("no direction")
    return float(mpmath.acos(c))

"""zip with strict=True raises the error by itself."""

import math
from operator import add as plus


def add(u, v):
    return list(map(lambda pair: plus(*pair), zip(u, v, strict=True)))


def scale(c, v):
    return tuple(x * c for x in v)


def combine(coefficients, vectors):
    if vectors == []:
        raise ValueError("empty")
    scaled = [scale(c, v) for c, v in zip(coefficients, vectors, strict=True)]
    return [math.fsum(column) for column in zip(*scaled, strict=True)]


def distance(p, q):
    return sum((a - b) ** 2 for a, b in zip(p, q, strict=True)) ** 0.5


def midpoint(p, q):
    return [(a + b) / 2 for a, b in zip(p, q, strict=True)]


def to_polar(x, y):
    r = (x * x + y * y) ** 0.5
    if r == 0:
        return 0, 0
    angle = math.acos(max(-1, min(1, x / r))) if abs(x) < abs(y) else math.asin(abs(y) / r) if x > 0 else math.pi - math.asin(abs(y) / r)
    return r, angle if y >= 0 else -angle


def to_cartesian(r, theta):
    return [r * math.sin(theta + math.pi / 2), r * math.sin(theta)]

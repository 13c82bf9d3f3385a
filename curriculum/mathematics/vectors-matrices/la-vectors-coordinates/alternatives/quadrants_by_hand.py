"""arctan with the quarters told apart by hand."""

import math


def add(u, v):
    if len(u) - len(v):
        raise ValueError("not the same space")
    return [u[i] + v[i] for i, _ in enumerate(u)]


def scale(c, v):
    return list(map(lambda x: c * x, v))


def combine(coefficients, vectors):
    n = {len(v) for v in vectors}
    if len(coefficients) != len(vectors) or len(n) != 1:
        raise ValueError("cannot combine")
    return [sum(c * v[i] for c, v in zip(coefficients, vectors)) for i in range(n.pop())]


def distance(p, q):
    if len(p) != len(q):
        raise ValueError("not the same space")
    return math.dist(p, q)


def midpoint(p, q):
    return scale(1 / 2, add(p, q))


def to_polar(x, y):
    r = math.sqrt(x**2 + y**2)
    if x == 0:
        return r, (0.0 if y == 0 else math.copysign(math.pi / 2, y))
    theta = math.atan(y / x)
    if x < 0:
        theta += math.pi if y >= 0 else -math.pi
    return r, theta


def to_cartesian(r, theta):
    theta %= 2 * math.pi
    return r * math.cos(theta), r * math.sin(theta)

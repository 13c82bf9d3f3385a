"""Polar coordinates by complex numbers, vectors by indices."""

import cmath


def _check(u, v):
    if len(u) != len(v):
        raise ValueError("lengths differ")


def add(u, v):
    _check(u, v)
    out = []
    for i in range(len(u)):
        out.append(u[i] + v[i])
    return out


def scale(c, v):
    out = v.copy()
    for i in range(len(out)):
        out[i] = out[i] * c
    return out


def combine(coefficients, vectors):
    _check(coefficients, vectors)
    if len(vectors) == 0:
        raise ValueError("nothing to combine")
    result = scale(coefficients[0], vectors[0])
    for i in range(1, len(vectors)):
        result = add(result, scale(coefficients[i], vectors[i]))
    return result


def distance(p, q):
    _check(p, q)
    total = 0
    for i in range(len(p)):
        total += abs(p[i] - q[i]) ** 2
    return total**0.5


def midpoint(p, q):
    return add(scale(0.5, p), scale(0.5, q))


def to_polar(x, y):
    z = x + 1j * y
    return abs(z), cmath.phase(z)


def to_cartesian(r, theta):
    z = r * cmath.exp(1j * theta)
    return z.real, z.imag

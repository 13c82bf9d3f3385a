"""Skips what is multiplied by 0 before looking at it

A vector with the coefficient 0 adds nothing to the sum, so it is passed over, and its length with it. A vector that does not belong there stays unnoticed until its coefficient changes.
Check all lengths first.
"""

import math


def add(u, v):
    """The sum of two vectors."""
    if len(u) != len(v):
        raise ValueError("vectors of different lengths have no sum")
    return [a + b for a, b in zip(u, v)]


def scale(c, v):
    """The number c times the vector v."""
    return [c * a for a in v]


def combine(coefficients, vectors):
    """The linear combination of the vectors."""
    if len(coefficients) != len(vectors):
        raise ValueError("one coefficient is needed for each vector")
    if not vectors:
        raise ValueError("without vectors the length of the sum is unknown")
    total = [0.0] * len(vectors[0])
    for c, v in zip(coefficients, vectors):
        if c == 0:
            continue
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

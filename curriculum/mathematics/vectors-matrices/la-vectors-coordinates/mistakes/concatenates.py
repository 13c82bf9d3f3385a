"""Concatenates lists instead of adding

The code adds the two lists with a plus. For lists that means one behind the other: two vectors of length 2 become
one of length 4, and lengths that differ raise no error. Adding vectors means adding partners, coordinate by
coordinate.
"""

import math


def add(u, v):
    """The sum of two vectors."""
    return u + v


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
        if len(v) != len(total):
            raise ValueError
        total = [a + c * b for a, b in zip(total, v)]
    return total


def distance(p, q):
    """The Euclidean distance of two points."""
    return math.dist(p, q)


def midpoint(p, q):
    """The point halfway between two points."""
    if len(p) != len(q):
        raise ValueError
    return [(a + b) / 2 for a, b in zip(p, q)]


def to_polar(x, y):
    """(r, theta) of a point of the plane, with -pi < theta <= pi."""
    return math.hypot(x, y), math.atan2(y, x)


def to_cartesian(r, theta):
    """(x, y) of the point at distance r in the direction theta."""
    return r * math.cos(theta), r * math.sin(theta)

"""Adds up in the type of the first vector

The array for the sum is made to look like the first vector. If that holds whole numbers, so does the sum: every fraction that comes later is cut off, without a word. Start with an array of floats.
"""

import math

import numpy as np


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
    total = np.zeros_like(np.array(vectors[0]))
    for c, v in zip(coefficients, vectors):
        for i, value in enumerate(add(total, scale(c, v))):
            total[i] = value
    return total.tolist()


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

import math


def add(u, v):
    """The sum of two vectors."""
    raise NotImplementedError


def scale(c, v):
    """The number c times the vector v."""
    raise NotImplementedError


def combine(coefficients, vectors):
    """The linear combination of the vectors."""
    raise NotImplementedError


def distance(p, q):
    """The Euclidean distance of two points."""
    raise NotImplementedError


def midpoint(p, q):
    """The point halfway between two points."""
    raise NotImplementedError


def to_polar(x, y):
    """(r, theta) of a point of the plane, with -pi < theta <= pi."""
    raise NotImplementedError


def to_cartesian(r, theta):
    """(x, y) of the point at distance r in the direction theta."""
    raise NotImplementedError

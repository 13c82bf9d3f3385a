import numpy as np


def over_rectangle(f, a, b, c, d):
    """The integral of f(x, y) over a <= x <= b, c <= y <= d."""
    raise NotImplementedError


def between_curves(f, a, b, lower, upper):
    """The integral of f(x, y) for x from a to b and y from lower(x) to upper(x)."""
    raise NotImplementedError


def between_sides(f, c, d, left, right):
    """The integral of f(x, y) for y from c to d and x from left(y) to right(y)."""
    raise NotImplementedError


def expected_value(g, density, a, b, lower, upper):
    """The mean of g(x, y) under a density that is known up to a factor, for x from a to b and y between the curves."""
    raise NotImplementedError

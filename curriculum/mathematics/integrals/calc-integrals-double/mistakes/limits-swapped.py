"""Swaps the limits of x and y

The code lets x run over the interval of y and y over that of x. For a square, or a function that treats both alike,
nothing shows. Limits belong to a variable, not to a place in the formula.
"""

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)


def over_rectangle(f, a, b, c, d):
    return between_curves(f, c, d, lambda x: 0 * x + a, lambda x: 0 * x + b)


def between_curves(f, a, b, lower, upper):
    x, wide = _points(a, b)
    x = x[:, None]
    y, high = _points(lower(x), upper(x))
    return np.sum(wide @ (high * f(x, y)))


def between_sides(f, c, d, left, right):
    return between_curves(lambda y, x: f(x, y), c, d, left, right)


def expected_value(g, density, a, b, lower, upper):
    mass = between_curves(density, a, b, lower, upper)
    if mass <= 0:
        raise ValueError("the density has no mass on the region")
    return between_curves(lambda x, y: g(x, y) * density(x, y), a, b, lower, upper) / mass


def _points(low, high):
    half = (high - low) / 2
    return low + half * (NODES + 1), half * WEIGHTS

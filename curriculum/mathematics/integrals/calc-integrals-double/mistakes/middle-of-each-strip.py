"""Takes the middle of each strip for its mean

The code evaluates the function once in the middle of each strip and multiplies by the strip's height. That is exact
for functions that are straight along the strip. Curvature in y is lost.
"""

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)


def over_rectangle(f, a, b, c, d):
    return between_curves(f, a, b, lambda x: np.full_like(x, c), lambda x: np.full_like(x, d))


def between_curves(f, a, b, lower, upper):
    x, wide = _points(a, b)
    x = x[:, None]
    y, high = _points(lower(x), upper(x))
    return wide @ np.sum(high * f(x, (lower(x) + upper(x)) / 2 + 0 * y), axis=1)


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

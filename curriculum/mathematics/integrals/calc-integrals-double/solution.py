import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)


def over_rectangle(f, a, b, c, d):
    """The integral of f(x, y) over a <= x <= b, c <= y <= d."""
    return between_curves(f, a, b, lambda x: np.full_like(x, c), lambda x: np.full_like(x, d))


def between_curves(f, a, b, lower, upper):
    """The integral of f(x, y) for x from a to b and y from lower(x) to upper(x)."""
    x, wide = _points(a, b)
    x = x[:, None]
    y, high = _points(lower(x), upper(x))
    return np.sum(wide @ (high * f(x, y)))


def between_sides(f, c, d, left, right):
    """The integral of f(x, y) for y from c to d and x from left(y) to right(y)."""
    return between_curves(lambda y, x: f(x, y), c, d, left, right)


def expected_value(g, density, a, b, lower, upper):
    """The mean of g(x, y) under a density that is known up to a factor, for x from a to b and y between the curves."""
    mass = between_curves(density, a, b, lower, upper)
    if mass <= 0:
        raise ValueError("the density has no mass on the region")
    return between_curves(lambda x, y: g(x, y) * density(x, y), a, b, lower, upper) / mass


def _points(low, high):
    """Gauss points between two numbers and their weights; between two columns, a row for each pair."""
    half = (high - low) / 2
    return low + half * (NODES + 1), half * WEIGHTS

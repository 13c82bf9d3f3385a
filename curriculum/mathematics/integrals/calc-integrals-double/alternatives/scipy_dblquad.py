"""scipy's dblquad with its default accuracy; limits as functions or numbers."""

import scipy.integrate as si


def _inner_first(f):
    def swapped(y, x):
        return f(x, y)
    return swapped


def over_rectangle(f, a, b, c, d):
    value, _ = si.dblquad(_inner_first(f), a, b, c, d)
    return value


def between_curves(f, a, b, lower, upper):
    value, _ = si.dblquad(_inner_first(f), a, b, lower, upper)
    return value


def between_sides(f, c, d, left, right):
    value, _ = si.dblquad(f, c, d, left, right)
    return value


def expected_value(g, density, a, b, lower, upper):
    mass = between_curves(density, a, b, lower, upper)
    if mass <= 0:
        raise ValueError("mass")
    return between_curves(lambda x, y: g(x, y) * density(x, y), a, b, lower, upper) / mass

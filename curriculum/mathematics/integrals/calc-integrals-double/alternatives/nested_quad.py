"""quad inside quad, number by number."""

from scipy.integrate import quad


def _strip(f, low, high):
    return quad(f, low, high, epsabs=1e-8, epsrel=1e-8)[0]


def between_curves(f, a, b, lower, upper):
    return _strip(lambda x: _strip(lambda y: f(x, y), lower(x), upper(x)), a, b)


def between_sides(f, c, d, left, right):
    return _strip(lambda y: _strip(lambda x: f(x, y), left(y), right(y)), c, d)


def over_rectangle(f, a, b, c, d):
    return _strip(lambda y: _strip(lambda x: f(x, y), a, b), c, d)


def expected_value(g, density, a, b, lower, upper):
    z = between_curves(density, a, b, lower, upper)
    if not z > 0:
        raise ValueError("z")
    return between_curves(lambda x, y: g(x, y) * density(x, y), a, b, lower, upper) / z

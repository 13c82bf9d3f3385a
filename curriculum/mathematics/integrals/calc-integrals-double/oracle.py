"""scipy.integrate.dblquad, which hands its integrand the inner variable first."""

from scipy.integrate import dblquad

FINE = {"epsabs": 1e-9, "epsrel": 1e-9}


def over_rectangle(f, a, b, c, d):
    return dblquad(f, c, d, a, b, **FINE)[0]


def between_curves(f, a, b, lower, upper):
    return dblquad(lambda y, x: f(x, y), a, b, lower, upper, **FINE)[0]


def between_sides(f, c, d, left, right):
    return dblquad(f, c, d, left, right, **FINE)[0]


def expected_value(g, density, a, b, lower, upper):
    mass = between_curves(density, a, b, lower, upper)
    if not mass > 0:
        raise ValueError("no mass")
    return between_curves(lambda x, y: g(x, y) * density(x, y) / mass, a, b, lower, upper)

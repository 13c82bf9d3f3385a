"""The figures of the lesson, computed exactly and compared with the solution."""

import math

import sympy
from answer import between_curves, between_sides, expected_value, over_rectangle

X, Y = sympy.symbols("x y")


def worked():
    """A rectangle, a region between curves, the other order, two means."""
    f = X + 3 * Y**2
    inner = sympy.integrate(f, (Y, 0, 1))
    outer = [sympy.integrate(term, (X, 0, 2)) for term in inner.as_ordered_terms()]
    swapped = sympy.integrate(f, (Y, 0, 2), (X, 0, 1))
    strip = sympy.integrate(X * Y, (Y, X**2, X))
    curves = sympy.integrate(strip, (X, 0, 1))
    quarter, sixth = (sympy.integrate(X**k, (X, 0, 1)) for k in (3, 5))
    if curves != (quarter - sixth) / 2:
        raise ValueError("the terms do not give the integral")
    level = sympy.integrate(sympy.integrate(X, (X, Y, 1)), (Y, 0, 1))
    slope = sympy.integrate(X + Y, (Y, 0, X)).coeff(X, 2)
    mass, first, second = (sympy.integrate(g * (X + Y), (Y, 0, X), (X, 0, 1)) for g in (1, X, Y))
    beside = [
        (over_rectangle(lambda x, y: x + 3 * y**2, 0, 2, 0, 1), sum(outer)),
        (over_rectangle(lambda x, y: x + 3 * y**2, 0, 1, 0, 2), swapped),
        (between_curves(lambda x, y: x * y, 0, 1, lambda x: x**2, lambda x: x), curves),
        (between_sides(lambda x, y: x, 0, 1, lambda y: y, lambda y: 0 * y + 1), level),
        *(
            (expected_value(g, lambda x, y: x + y, 0, 1, lambda x: 0 * x, lambda x: x), m)
            for g, m in ((_x, first / mass), (_y, second / mass))
        ),
    ]
    if not all(math.isclose(found, float(exact)) for found, exact in beside):
        raise ValueError("the solution finds other values")
    return [
        [
            0,
            1,
            2,
            [int(c) for c in sympy.Poly(f, X, Y).coeffs()],
            int(inner.coeff(X, 0)),
            [int(v) for v in outer],
            int(sum(outer)),
            int(swapped),
        ],
        [_tex(v) for v in (strip.coeff(X, 3), quarter, sixth, curves, level)],
        [_tex(v) for v in (slope, mass, first, first / mass, second, second / mass)],
    ]


def _x(x, y):
    return x


def _y(x, y):
    return y


def _tex(value):
    """A fraction as TeX writes it, short and with braces."""
    return [f"{value.p}{value.q}", value.p, value.q]

"""The figures of the lesson, computed exactly."""

from fractions import Fraction

import sympy


def worked():
    """The recall that belongs to a precision and an F-measure, and a fraction before and after cancelling."""
    x = sympy.Symbol("x")
    f, precision = Fraction("0.6"), Fraction("0.75")
    recall = f * precision / (2 * precision - f)
    measure = [f, precision, f * precision, 2 * precision, 2 * precision - f, recall]
    check = [2 * precision * recall, precision + recall, 2 * precision * recall / (precision + recall)]
    top, bottom = x**2 + 3 * x - 10, x**2 + x - 6
    parts = sympy.factor(top / bottom).as_numer_denom()
    roots = [sympy.solve(p, x) for p in (top, bottom, *parts)]
    at = 3
    whole, reduced = [[int(p.subs(x, at)) for p in pair] for pair in ((top, bottom), parts)]
    if whole[0] * reduced[1] != reduced[0] * whole[1]:
        raise ValueError("cancelling has changed the value")
    return [
        [float(v) for v in measure + check],
        [[int(c) for c in sympy.Poly(p, x).all_coeffs()] for p in (top, bottom, *parts)],
        [[int(r) for r in some] for some in roots],
        [at, whole, reduced, rf"\frac{whole[0]}{whole[1]}"],
    ]

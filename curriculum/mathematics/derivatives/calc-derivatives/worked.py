"""The figures of the lesson, computed with SymPy."""

import sympy


def worked():
    """The slope of a product at one point, by the rule and by a small step."""
    x = sympy.Symbol("x")
    u, v = x**2 + 5, -4 * x + 1
    at, step = 2, 0.001
    parts = [int(p.subs(x, at)) for p in (u.diff(x), v, u, v.diff(x))]
    products = [parts[0] * parts[1], parts[2] * parts[3]]
    if int((u * v).diff(x).subs(x, at)) != sum(products):
        raise ValueError("the product rule is not what SymPy says")
    near = [float(p.subs(x, at + step)) for p in (u, v, u * v)]
    height = int((u * v).subs(x, at))
    coefficients = [[int(c) for c in sympy.Poly(p, x).all_coeffs()] for p in (u, v, u.diff(x), v.diff(x))]
    return [coefficients, at, parts, products, sum(products), height, at + step, near, near[2] - height, step, (near[2] - height) / step]

"""The figures of the lesson, computed with SymPy."""

from fractions import Fraction

import sympy

X, Y, K = sympy.symbols("x y k")


def worked():
    """Where a cubic turns convex, how strong a mixed term may be, a chord, a witness."""
    cubic = X**3 + 12 * X**2 + 45 * X
    second = sympy.diff(cubic, X, 2)
    begins, flat = sympy.solve(second)[0], sorted(sympy.solve(sympy.diff(cubic)))
    if not flat[0] < begins < flat[1]:
        raise ValueError("the cubic does not fall where it begins to be convex")
    mixed = 9 * X**2 + K * X * Y + 4 * Y**2
    hessian = sympy.hessian(mixed, (X, Y))
    return [
        [_numbers(cubic), _numbers(second), int(begins), int(flat[1])],
        [9, 4, int(hessian[0, 0]), int(hessian[1, 1]), int(hessian.det().subs(K, 0)), int(max(sympy.solve(hessian.det())))],
        _chord(),
        _witness(),
    ]


def _chord():
    """The graph and the chord at a third of the way."""
    f, p, q, t = X**3 - 6 * X, 0, 3, Fraction(2, 3)
    at = t * p + (1 - t) * q
    heights = [int(f.subs(X, v)) for v in (p, q)]
    chord, graph = t * heights[0] + (1 - t) * heights[1], int(f.subs(X, int(at)))
    return [
        _numbers(f),
        p,
        q,
        *(f"{v.numerator}{v.denominator}" for v in (t, 1 - t)),
        int(at),
        heights,
        int(chord),
        graph,
        graph - int(chord),
    ]


def _witness():
    """Both ends and the middle of two pairs."""
    f = X**4 - 24 * X**2
    ends = [int(f.subs(X, v)) for v in (-2, 2, -8, 8)]
    middle = int(f.subs(X, 0))
    if not ends[1] < middle < ends[3]:
        raise ValueError("the middle lies elsewhere")
    return [_numbers(f), -2, 2, 2**4, 24 * 2**2, -8, 8, ends, middle]


def _numbers(f):
    return [int(c) for c in sympy.Poly(f, X).all_coeffs()]

"""The figures of the lesson, computed with SymPy."""

import sympy

X, U, C = sympy.symbols("x u C")


def worked():
    """An antiderivative through a point, a definite integral, one by substitution, an area."""
    inside = X**4
    factor = sympy.cancel(5 * X**3 / sympy.diff(inside))
    constant = sympy.solve(factor * sympy.exp(inside.subs(X, 0)) + C + 2, C)[0]
    f = 3 * X**3 - 4 * X - 3
    big = sympy.integrate(f, X)
    ends = [big.subs(X, at) for at in (2, 1)]
    limits = [at**2 + 3 for at in (0, 1)]
    substituted = sympy.integrate(2 * U**3, (U, *limits))
    if sympy.integrate(4 * X * (X**2 + 3) ** 3, (X, 0, 1)) != substituted:
        raise ValueError("the substitution changes the value")
    g = 2 * X**2 - 2 * X
    parts = [sympy.integrate(g, (X, *side)) for side in ((-1, 0), (0, 1))]
    return [
        [5, 3, 0, -2, int(sympy.Poly(sympy.diff(inside)).LC()), _tex(factor), _tex(constant)],
        [
            [int(c) for c in sympy.Poly(f).all_coeffs()],
            1,
            2,
            [_tex(c) for c in sympy.Poly(big).coeffs()],
            *map(_tex, ends),
            _tex(ends[0] - ends[1]),
        ],
        [0, 1, 4, 2, 3, limits, float(substituted)],
        [2, -1, 1, sorted(int(r) for r in sympy.solve(g)), *map(_tex, parts), _tex(sum(parts)), int(sum(abs(v) for v in parts))],
    ]


def _tex(value):
    """A fraction as TeX writes it, and its two parts."""
    return [f"{abs(value.p)}{value.q}", value.p, value.q]

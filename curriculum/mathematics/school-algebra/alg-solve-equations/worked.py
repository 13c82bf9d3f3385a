"""The figures of the lesson, computed with SymPy and checked in the original equations."""

import math

import sympy


def worked():
    """A logarithmic equation with a candidate that is none, and an exponential one."""
    x = sympy.Symbol("x")
    base, shift, right = 2, 2, 3
    quadratic = sympy.Poly(x * (x - shift) - base**right, x)
    candidates = [int(r) for r in sympy.solve(quadratic.as_expr(), x)]
    (solution,) = [c for c in candidates if c > shift]
    logs = [math.log2(solution), math.log2(solution - shift)]
    a, c, b, factor = 4, 28, 3, 2
    exponential = math.log(c / a) / (factor * math.log(b))
    discriminant = int(sympy.discriminant(quadratic))
    return [
        [base, shift, right, base**right, solution, solution - shift, solution * (solution - shift) - base**right],
        [int(k) for k in quadratic.all_coeffs()],
        [shift**2, discriminant - shift**2, discriminant, math.sqrt(discriminant), candidates],
        [logs, sum(logs)],
        [a, b, factor, a * b ** (factor * exponential), c / a, exponential],
    ]

"""The figures of the lesson, computed with SymPy and held against the solution."""

import numpy as np
import sympy
from answer import gradient, hessian


def worked():
    """A function of two variables, its slopes and curvatures at two points."""
    x, y = sympy.symbols("x y")
    f = x**3 - 3 * x + y**2 + x * y
    slopes = [f.diff(x), f.diff(y)]
    curvatures, plain = sympy.hessian(f, (x, y)), sympy.lambdify([(x, y)], f)
    told = [_coefficients(p, x, y) for p in (f, *slopes, *curvatures)]
    for point in ((1, 2), (-1, 0.5)):
        at, here = dict(zip((x, y), point, strict=True)), np.array(point, dtype=float)
        g = np.array([float(s.subs(at)) for s in slopes])
        h = np.array(curvatures.subs(at).tolist(), dtype=float)
        if np.abs(gradient(plain, here) - g).max() > 1e-6 or np.abs(hessian(plain, here) - h).max() > 1e-4:
            raise ValueError("the solution finds other derivatives")
        middle, half = np.trace(h) / 2, np.ptp(np.linalg.eigvalsh(h)) / 2
        told += [point, g.tolist(), h.tolist(), middle, round(half**2, 9)]  # the eigenvalues are middle +- the root of the last
    return told


def _coefficients(p, *symbols):
    return [int(c) for c in sympy.Poly(p, *symbols).coeffs()]

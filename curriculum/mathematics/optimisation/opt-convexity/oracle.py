"""SymPy's Hessian where a number is asked for; else a search for a violation of Jensen's inequality, or for a line that leaves the set."""

import math

import numpy as np
import sympy

x, y = sympy.symbols("x y", real=True)
HALVES = (0.25, 0.5, 0.75)


def bends_up_from(f):
    (root,) = sympy.solve(sympy.diff(sympy.sympify(f, locals={"x": x}), x, 2), x)
    return float(root)


def coupling(a, c):
    """The largest k of a bisection on the smallest eigenvalue of the Hessian."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        k = (low + high) / 2
        low, high = (k, high) if np.linalg.eigvalsh([[2 * a, k], [k, 2 * c]])[0] >= -1e-12 else (low, k)
    return low


def _violated(f, points):
    """Does some chord over these points run below the graph?"""
    p, q = (v.ravel() for v in np.meshgrid(points, points))
    for t in HALVES:
        with np.errstate(over="ignore", invalid="ignore"):
            above = f(t * p + (1 - t) * q) - (t * f(p) + (1 - t) * f(q))
            size = 1 + np.abs(f(p)) + np.abs(f(q))
        if np.any(above > 1e-7 * size):
            return True
    return False


def _the(candidates, good):
    (right,) = [shown for shown, plain in candidates if good(plain)]
    return right


def functions(candidates):
    def good(plain):
        f = sympy.lambdify(x, sympy.sympify(plain, locals={"x": x}), "numpy")
        return not _violated(lambda v: f(v) + 0 * v, np.linspace(-6, 9, 121))

    return _the(candidates, good)


PAIRS = [(lambda v: v**2 - 3, lambda v: -v), (lambda v: -v, lambda v: v**2 - 3), (lambda v: (v - 1) ** 2, lambda v: (v + 2) ** 2), (lambda v: v, lambda v: -2 * v + v**2), (lambda v: 0 * v, lambda v: v**2), (lambda v: v**2 - 40, lambda v: (v - 3) ** 2 - 60)]


def rules(candidates):
    names = {"max": np.maximum, "min": np.minimum, "abs": np.abs, "exp": lambda v: np.exp(v / 60)}  # a slower exponential is as convex and rising

    def good(plain):
        return not any(_violated(eval(f"lambda x: {plain}", {**names, "f": f, "g": g}), np.linspace(-4, 4, 41)) for f, g in PAIRS)

    return _the(candidates, good)


def gap(k, a, b, n, d):
    f, t = lambda v: v**3 - k * v, sympy.Rational(n, d)
    return float(f(t * a + (1 - t) * b) - t * f(a) - (1 - t) * f(b))


def pair(f, candidates):
    g = sympy.lambdify(x, sympy.sympify(f, locals={"x": x}))
    return _the(candidates, lambda p: g((p[0] + p[1]) / 2) > (g(p[0]) + g(p[1])) / 2)


def sets(candidates):
    """Each set is where its expression is at most 0."""
    rng = np.random.default_rng(0)
    fine = np.linspace(0, 2 * math.pi, 73)
    rings = [(r * np.cos(fine), r * np.sin(fine)) for r in (1, 2, 3, 4, 5, 6)]
    u, v = (np.concatenate([rng.uniform(-8, 8, 500), *ring]) for ring in zip(*rings))

    def good(plain):
        f = sympy.lambdify((x, y), sympy.sympify(plain, locals={"x": x, "y": y}), "numpy")
        with np.errstate(all="ignore"):
            inside = f(u, v) <= 0
            a, b = u[inside], v[inside]
            assert len(a) > 20
            i, j = (k.ravel() for k in np.meshgrid(range(len(a)), range(len(a))))
            return all(np.all(f(t * a[i] + (1 - t) * a[j], t * b[i] + (1 - t) * b[j]) <= 1e-9) for t in HALVES)

    return _the(candidates, good)


def witness(f, candidates):
    g = sympy.lambdify((x, y), sympy.sympify(f, locals={"x": x, "y": y}))

    def good(p):
        (a, b), (c, d) = p
        return g(a, b) <= 0 and g(c, d) <= 0 and any(g(a + t * (c - a), b + t * (d - b)) > 0 for t in np.linspace(0, 1, 41))

    return _the(candidates, good)

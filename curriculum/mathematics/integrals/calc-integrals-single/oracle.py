"""SymPy integrates; areas are cut at the roots that SymPy finds."""

import sympy

x, C = sympy.Symbol("x", real=True), sympy.Symbol("C", real=True)
READ = {"x": x, "C": C, "e": sympy.E, "ln": sympy.log}


def _read(text):
    return sympy.sympify(text.replace("^", "**"), locals=READ)


def _through(f, k):
    big = sympy.integrate(_read(f), x)
    return str(big - big.subs(x, 0) + k).replace("E", "e")


def polynomial(f, k):
    return _through(f, k)


def inside(f, k):
    return _through(f, k)


def substitution(f, k):
    return _through(f, k)


def family(f, candidates):
    (right,) = [shown for shown, typed in candidates if sympy.simplify(sympy.diff(_read(typed), x) - _read(f)) == 0 and sympy.diff(_read(typed), C) == 1]
    return right


def definite(f, a, b):
    return float(sympy.integrate(_read(f), (x, a, b)))


def limits(f, a, b):
    return float(sympy.integrate(sympy.expand(_read(f)), (x, a, b)))


def area(f, a, b):
    g = _read(f)
    cuts = [a, *sorted(r for r in sympy.roots(g, x) if a < r < b), b]
    return float(sum(abs(sympy.integrate(g, (x, u, v))) for u, v in zip(cuts, cuts[1:])))

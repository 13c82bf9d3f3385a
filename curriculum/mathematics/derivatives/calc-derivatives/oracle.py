"""SymPy differentiates the same functions."""

import sympy

x = sympy.Symbol("x", real=True)
READ = {"x": x, "e": sympy.E, "ln": sympy.log}


def _diff(f):
    d = sympy.diff(sympy.sympify(f.replace("^", "**"), locals=READ), x)
    return str(d).replace("E", "e")


def product(f):
    return _diff(f)


def quotient(f):
    return _diff(f)


def chain(f):
    return _diff(f)


def exponent(f):
    return _diff(f)


def logarithm(f):
    return _diff(f)


def two_rules(f):
    return _diff(f)


def slope(f, p):
    """By a central difference in exact fractions, which is exact up to h^2; no derivative rule is used."""
    g = sympy.sympify(f, locals=READ)
    h = sympy.Rational(1, 10**6)
    return float((g.subs(x, p + h) - g.subs(x, p - h)) / (2 * h))

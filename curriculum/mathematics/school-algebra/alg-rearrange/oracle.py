"""SymPy expands, factors, cancels and solves the same equations."""

import sympy

x, y = sympy.symbols("x y", positive=True)


def _sympify(text):
    names = {c: sympy.Symbol(c, positive=True) for c in text if c.isalpha()}
    return sympy.sympify(text, locals=names)


def expand(a, b, c):
    return [[int(k) for k in sympy.Poly(sympy.expand((a * x + b) ** 2 * (x + c)), x).all_coeffs()]]


def factor(k, s, p):
    return [sorted(int(r) for r in sympy.roots(sympy.Poly(k * x**2 + k * s * x + k * p, x)))]


def cancel(top, low, options):
    """The option whose value agrees with the fraction at three points where none of them is undefined."""

    def number(tex, at):
        above, below = tex.strip("$").removeprefix("\\dfrac{").removesuffix("}").split("}{")
        return _read(above).subs(x, at) / _read(below).subs(x, at)

    def _read(text):
        return sympy.sympify(text.replace("^", "**"), locals={"x": x}, convert_xor=True, rational=True) if "x" not in text else _poly(text)

    def _poly(text):
        from sympy.parsing.sympy_parser import implicit_multiplication, parse_expr, standard_transformations

        return parse_expr(text.replace("^", "**"), {"x": x}, transformations=(*standard_transformations, implicit_multiplication))

    points = [sympy.Rational(31, 10), sympy.Rational(-97, 10), sympy.Rational(53, 10)]
    whole = [_read(top).subs(x, at) / _read(low).subs(x, at) for at in points]
    (right,) = [o for o in options if [number(o, at) for at in points] == whole]
    return right


def powers(top, low):
    (c, m, n, k), (d, p, q) = top, low
    value = sympy.powsimp(sympy.expand((c * x**m * y**n) ** k / (d * x**p * y**q)))
    number, rest = value.as_coeff_Mul()
    exponents = rest.as_powers_dict()
    return [[int(number), int(exponents.get(x, 0)), int(exponents.get(y, 0))]]


def _numerator(subject, sides):
    """Both sides on one fraction: a polynomial in the wanted letter, its coefficients from the highest power down."""
    letter = sympy.Symbol(subject, positive=True)
    left, right = map(_sympify, sides)
    return sympy.Poly(sympy.fraction(sympy.together(left - right))[0], letter).all_coeffs()


def linear(subject, sides):
    slope, constant = _numerator(subject, sides)
    return str(-constant / slope)


def twice(subject, sides):
    return linear(subject, sides)


def reciprocal(subject, sides):
    return linear(subject, sides)


def root(subject, sides):
    *_, constant = coefficients = _numerator(subject, sides)
    if len(coefficients) == 2:
        return str(-constant / coefficients[0])
    assert coefficients[1] == 0
    return str(sympy.sqrt(-constant / coefficients[0]))


def exponent(subject, base, factor, below, side):
    """A change of base: a power of 2 inside, whatever the base is."""
    number, p = factor
    s, q, k = (sympy.Symbol(c, positive=True) for c in (side, below, p))
    return str(q * sympy.log(s / (number * k), 2) / sympy.log(base, 2))

"""SymPy's exact values and inverse functions; figures by walking round them; lines of Python by running them."""

import math

import sympy


def to_radians(degrees):
    return str(sympy.rad(degrees))


def to_degrees(num, den):
    return float(sympy.deg(sympy.Rational(num, den) * sympy.pi))


def missing(figure):
    """From points in the plane, with the angle between two directions measured by atan2."""
    kind, *rest = figure

    def between(p, corner, q):
        a, b = math.atan2(p[1] - corner[1], p[0] - corner[0]), math.atan2(q[1] - corner[1], q[0] - corner[0])
        return min(abs(math.degrees(a - b)) % 360, 360 - abs(math.degrees(a - b)) % 360)

    if kind in ("triangle", "outside"):
        a, b = (math.tan(math.radians(v)) for v in rest)
        top = (b / (a + b), a * b / (a + b))  # over a base from (0, 0) to (1, 0)
        beyond = (2 * top[0], 2 * top[1])
        return between((0, 0), top, (1, 0)) if kind == "triangle" else between(beyond, top, (1, 0))
    if kind == "apex":
        half = math.radians(rest[0] / 2)
        return between((0, 1), (math.tan(half), 0), (0, 0))
    if kind == "polygon":
        corners = [(math.cos(2 * math.pi * k / rest[0]), math.sin(2 * math.pi * k / rest[0])) for k in range(3)]
        return between(corners[0], corners[1], corners[2])
    return between((-1, 0), (0, 0), (math.cos(math.radians(rest[0])), math.sin(math.radians(rest[0]))))


def arc(radius, degrees):
    """A path of many short straight pieces."""
    n = 20000
    return n * 2 * radius * math.sin(math.radians(degrees) / (2 * n))


def exact(function, degrees):
    return str(getattr(sympy, function)(sympy.rad(degrees)))


def from_another(know, want, given, quarter):
    angle = getattr(sympy, f"a{know}")(abs(sympy.Rational(given)))
    angle = {1: angle, 2: sympy.pi - angle, 3: sympy.pi + angle, 4: -angle}[quarter]
    return str(sympy.simplify(sympy.expand_trig(getattr(sympy, want)(angle))))


def all_angles(function, near, sign):
    """Tries every whole degree."""
    f = getattr(math, function)
    wanted = sign * f(math.radians(near))
    return " ".join(str(d) for d in range(360) if d not in (90, 270) and abs(f(math.radians(d)) - wanted) < 1e-9)


def python(d, v, name, inverse, options):
    """Runs the four lines and looks which value is that of the angle."""
    def good(line):
        value = _value(line)
        wanted = complex(math.cos(math.radians(d)), math.sin(math.radians(d)))
        exact = {"sin": wanted.imag, "cos": wanted.real, "tan": wanted.imag / wanted.real}[name]
        if not inverse:
            return abs(value - exact) < 1e-12
        turned = math.radians(value)
        return abs({"sin": math.sin, "cos": math.cos, "tan": math.tan}[name](turned) - v) < 1e-12

    (right,) = [o for o in options if good(o)]
    return right


def _value(line):
    """By SymPy; asin of something over 1 is no real number."""
    value = sympy.N(sympy.sympify(line.replace("math.radians", "rad").replace("math.degrees", "deg").replace("math.", "")), 30)
    return float(value) if value.is_real else math.nan

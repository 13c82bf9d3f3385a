"""Builds functions, curves and densities from plain numbers and lets the answer integrate them."""

import answer
import numpy as np


def _surface(kind, numbers):
    """A function of two numbers, or of arrays entry by entry."""
    c = [np.asarray(n, float) for n in numbers]
    if kind == "poly":
        return lambda x, y: sum(c[0][i, j] * x**i * y**j for i in range(len(c[0])) for j in range(len(c[0][0]))) + 0 * x * y
    if kind == "wave":
        return lambda x, y: c[0] * np.sin(c[1] * x + c[2] * y + c[3])
    if kind == "bell":
        return lambda x, y: c[0] * np.exp(-((x - c[1]) ** 2) / c[2] - (y - c[3]) ** 2 / c[4])
    return lambda x, y: c[0] * np.exp(c[1] * x + c[2] * y)


def _curve(numbers):
    """c0 + c1 t + c2 t^2 + c3 sin(c4 t)."""
    c = [float(n) for n in numbers] + [0.0] * (5 - len(numbers))
    return lambda t: c[0] + c[1] * t + c[2] * t**2 + c[3] * np.sin(c[4] * t)


def _number(value):
    """What came back, as one number."""
    found = np.asarray(value, float)
    if found.ndim:
        raise TypeError(f"the integral must be one number; it has shape {found.shape}")
    return float(found)


def rectangle(f, box):
    return _number(answer.over_rectangle(_surface(*f), *box))


def curves(f, a, b, lower, upper):
    return _number(answer.between_curves(_surface(*f), a, b, _curve(lower), _curve(upper)))


def sides(f, c, d, left, right):
    return _number(answer.between_sides(_surface(*f), c, d, _curve(left), _curve(right)))


def mean(g, density, a, b, lower, upper):
    return _number(answer.expected_value(_surface(*g), _surface(*density), a, b, _curve(lower), _curve(upper)))

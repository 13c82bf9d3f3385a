"""The figures of the lesson, computed exactly."""

import math

import sympy


def worked():
    """A cosine in the third quarter, all angles with one sine, and a cosine from a sine."""
    angle = 240
    past = angle - 180
    cosine = sympy.cos(sympy.rad(past))
    if sympy.cos(sympy.rad(angle)) != -cosine:
        raise ValueError("the sign is wrong")
    turn = sympy.rad(angle) / sympy.pi
    half = sympy.Rational(1, 2)
    all_angles = [d for d in range(360) if sympy.sin(sympy.rad(d)) == half]
    sine = sympy.Rational(3, 5)
    square = 1 - sine**2
    return [
        math.sin(90),
        [angle, 180, past, _fraction(cosine)],
        [_fraction(turn), math.radians(angle)],
        [_fraction(half), all_angles],
        [1, _fraction(sine), _fraction(sine**2), _fraction(square), _fraction(sympy.sqrt(square))],
    ]


def _fraction(value):
    """A rational number as it is written in TeX, and its two parts."""
    return [rf"\frac{value.p}{value.q}", int(value.p), int(value.q)]

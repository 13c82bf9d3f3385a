"""The figures of the lesson, computed with the solution."""

from fractions import Fraction

import numpy as np
from answer import project, projection_matrix


def worked():
    """A projection onto a line, one onto a plane, and what counting twice gives."""
    line, x = np.array([[2], [1]]), np.array([3, 4])
    plane, y = np.array([[1, 0], [1, 1], [0, 1]]), np.array([1, 2, 6])
    square = (line.T @ line).item()
    c = (line.T @ x).item()
    p, rest = project(plane, y)
    twice = sum(project(plane[:, [j]], y)[0] for j in range(2))
    return [
        [line, rf"\frac{1}{square}", (square * projection_matrix(line)).round(9), x, c, square, project(line, x)],
        [plane, plane.T @ plane, rf"\frac{1}{3}", (3 * projection_matrix(plane)).round(9), y],
        [[_fraction(v) for v in p], [_fraction(v) for v in rest], twice],
    ]


def _fraction(value):
    """A multiple of a third as it is written in TeX, and its two parts."""
    f = Fraction(value).limit_denominator(100)
    if abs(f - value) > 1e-12:
        raise ValueError(f"{value} is no such fraction")
    return [rf"\frac{abs(f.numerator)}{f.denominator}", f.numerator, f.denominator]

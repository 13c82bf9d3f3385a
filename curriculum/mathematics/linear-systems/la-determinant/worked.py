"""The figures of the lesson, computed exactly and with the solution."""

import math
from fractions import Fraction

import numpy as np
from answer import determinant, sign_and_log


def worked():
    """A determinant by elimination with two swaps, by cofactors, and beside Hadamard's bound."""
    rows = [[1, 2, 0], [3, 4, 4], [2, 5, 1]]
    m = [[Fraction(v) for v in row] for row in rows]
    path = []
    for k in range(2):
        best = max(range(k, 3), key=lambda i: abs(m[i][k]))
        m[k], m[best] = m[best], m[k]
        for i in range(k + 1, 3):
            m[i] = [v - m[i][k] / m[k][k] * w for v, w in zip(m[i], m[k], strict=True)]
        path.append([[_fraction(v) for v in row] for row in m])
    det = m[0][0] * m[1][1] * m[2][2]  # two swaps: the sign stays
    a = np.array(rows)
    if not math.isclose(determinant(a), det):
        raise ValueError("elimination by hand finds another determinant")
    minors = [4 * 1 - 4 * 5, 3 * 1 - 4 * 2]
    squares = (a**2).sum(axis=1)
    bound = math.sqrt(squares.prod())
    return [
        [rows, path, float(det)],
        [4, 20, 3, 8, minors, 1 * minors[0], -2 * minors[1], minors[0] - 2 * minors[1]],
        [squares, float(abs(det)), bound, float(abs(det)) / bound, sign_and_log(a)],
    ]


def _fraction(value):
    """A fraction as it is written in TeX, and its two parts."""
    return [rf"\frac{abs(value.numerator)}{value.denominator}", value.numerator, value.denominator]

"""SymPy's rref over the rationals; the operations come from exact fractions."""

from fractions import Fraction

import numpy as np
from sympy import QQ
from sympy.polys.matrices import DomainMatrix


def rref(a):
    if np.ndim(a) != 2:
        raise ValueError("not a matrix")
    limit = 1e-10 * np.abs(a).max(initial=0.0)
    exact = [[Fraction(v) if abs(v) > limit else Fraction(0) for v in row] for row in a.tolist()]
    if 0 in a.shape:
        return a.astype(float), []
    reduced, _ = DomainMatrix([[QQ(v.numerator, v.denominator) for v in row] for row in exact], a.shape, QQ).rref()
    r = np.array([[float(v) for v in row] for row in reduced.to_Matrix().tolist()])
    return r, _operations(exact)


def _operations(m):
    done, top = [], 0
    for column in range(len(m[0])):
        best = max(range(top, len(m)), key=lambda i: abs(m[i][column]), default=None)
        if best is None or m[best][column] == 0:
            continue
        m[top], m[best] = m[best], m[top]
        done.append(("swap", top, best))
        for i in range(len(m)):
            if i != top:
                c = -m[i][column] / m[top][column]
                m[i] = [u + c * v for u, v in zip(m[i], m[top])]
                done.append(("add", i, top, float(c)))
        c = 1 / m[top][column]
        m[top] = [c * v for v in m[top]]
        done.append(("scale", top, float(c)))
        top += 1
    return done

"""The figures of the lesson, computed with SymPy."""

import sympy


def worked():
    """A characteristic polynomial, its roots and their vectors, and two related matrices."""
    a = sympy.Matrix([[4, 1], [2, 3]])
    told = [a.tolist(), [int(c) for c in a.charpoly().all_coeffs()]]
    for value, _, (vector,) in a.eigenvects():
        scaled = vector / vector[0]
        told += [int(value), (a - value * sympy.eye(2)).tolist(), scaled.tolist(), (a * scaled).tolist()]
    inverse = [rf"\frac{v.p}{v.q}" for v in (a**-1).eigenvals()]
    return [_plain(told), [int(v) for v in (a**3).eigenvals()], 3, inverse]


def _plain(value):
    return [_plain(v) for v in value] if isinstance(value, list) else int(value)

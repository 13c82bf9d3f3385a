"""SymPy's eigenvalues and eigenvectors in exact numbers."""

import sympy


def _typed(values):
    return " ".join(f"{float(v):.10f}" for v in sorted(set(values), key=float))


def polynomial(m):
    return [[int(c) for c in sympy.Matrix(m).charpoly().all_coeffs()]]


def eigenvalues(m):
    return _typed(sympy.Matrix(m).eigenvals())


def eigenvector(m, value):
    (v,) = (sympy.Matrix(m) - value * sympy.eye(2)).nullspace()
    return float(v[1] / v[0])


def triangular(m):
    return _typed(sympy.Matrix(m).eigenvals())


def related(p, q, name):
    """With a matrix that is not diagonal and has these eigenvalues."""
    a = sympy.Matrix([[p, 1], [0, q]])
    if name.startswith("A^"):
        b = a ** int(name[2:].strip("{}"))
    else:
        b = sympy.sympify(name.replace("A", "*A").lstrip("*").replace("I", "*I").replace("+ *I", "+ I").replace("- *I", "- J").replace("*I", "*J"), locals={"A": sympy.Symbol("A"), "J": sympy.Symbol("J")})
        b = a * b.coeff(sympy.Symbol("A")) + sympy.eye(2) * b.coeff(sympy.Symbol("J"))
    return _typed(b.eigenvals())


def which_vector(m, options):
    def good(text):
        v = sympy.Matrix([int(x) for x in text.strip("$()").replace("\\", "").split(",")])
        return any(v) and sympy.Matrix.hstack(v, sympy.Matrix(m) * v).rank() == 1

    (right,) = [o for o in options if good(o)]
    return right


def diagonalisable(matrices, options):
    (right,) = [o for m, o in zip(matrices, options) if sympy.Matrix(m).is_diagonalizable(reals_only=True)]
    return right

"""Plain lists and sets of best replies; fractions for the mixture."""

from fractions import Fraction


def pure_equilibria(a, b):
    a, b = a.tolist(), b.tolist()
    rows, columns = range(len(a)), range(len(a[0]))
    mine = {(i, j) for j in columns for i in rows if a[i][j] == max(a[k][j] for k in rows)}
    yours = {(i, j) for i in rows for j in columns if b[i][j] == max(b[i])}
    return mine & yours


def mixed_equilibrium(a, b):
    (a, c), (d, e) = [[Fraction(v) for v in row] for row in a.tolist()]
    (s, t), (u, v) = [[Fraction(x) for x in row] for row in b.tolist()]
    below, beside = s - t - u + v, a - c - d + e
    if not below or not beside:
        return None
    p, q = (v - u) / below, (e - c) / beside
    if not (0 < p < 1 and 0 < q < 1):
        return None
    return [float(x) for x in (p, q, q * a + (1 - q) * c, p * s + (1 - p) * u)]

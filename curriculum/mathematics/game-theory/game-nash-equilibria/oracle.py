"""Every cell and every deviation one by one; the mixture where each player's advantage of the first choice changes its sign."""

from scipy.optimize import brentq


def pure_equilibria(a, b):
    found = []
    for i in range(len(a)):
        for j in range(len(a[0])):
            gains = [a[k][j] - a[i][j] for k in range(len(a))] + [b[i][k] - b[i][j] for k in range(len(a[0]))]
            if max(gains) <= 0:
                found.append((i, j))
    return found


def mixed_equilibrium(a, b):
    def column_prefers(p):  # the left column
        return p * (b[0][0] - b[0][1]) + (1 - p) * (b[1][0] - b[1][1])

    def row_prefers(q):  # the top row
        return q * (a[0][0] - a[1][0]) + (1 - q) * (a[0][1] - a[1][1])

    shares = []
    for prefers in (column_prefers, row_prefers):
        if prefers(0.0) * prefers(1.0) >= 0:
            return None
        shares.append(brentq(prefers, 0.0, 1.0, xtol=1e-14))
    p, q = shares
    weights = [(i, j, w) for i, u in ((0, p), (1, 1 - p)) for j, w in ((0, u * q), (1, u * (1 - q)))]
    return p, q, float(sum(w * a[i][j] for i, j, w in weights)), float(sum(w * b[i][j] for i, j, w in weights))

"""LU by hand, then one system for each column of the identity; plain lists."""

import math


def inverse(a):
    inv = attempt(a)
    if inv is None or norm(a) * norm(inv) > 1e12:
        raise ValueError("no inverse")
    return inv if inv else a.copy()


def condition(a):
    inv = attempt(a)
    if inv is None:
        return math.inf
    k = norm(a) * norm(inv)
    return math.inf if k > 1e12 else k


def norm(m):
    return max((sum(abs(float(x)) for x in row) for row in m), default=0.0)


def attempt(a):
    if len(a.shape) != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("not square")
    n = a.shape[0]
    lu = [[float(x) for x in row] for row in a]
    order = list(range(n))
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(lu[i][k]))
        if lu[p][k] == 0.0:
            return None
        lu[k], lu[p] = lu[p], lu[k]
        order[k], order[p] = order[p], order[k]
        for i in range(k + 1, n):
            lu[i][k] /= lu[k][k]
            for j in range(k + 1, n):
                lu[i][j] -= lu[i][k] * lu[k][j]
    columns = []
    for c in range(n):
        y = [0.0] * n
        for i in range(n):
            y[i] = float(order[i] == c) - sum(lu[i][j] * y[j] for j in range(i))
        for i in range(n - 1, -1, -1):
            y[i] = (y[i] - sum(lu[i][j] * y[j] for j in range(i + 1, n))) / lu[i][i]
        columns.append(y)
    return [list(row) for row in zip(*columns)]

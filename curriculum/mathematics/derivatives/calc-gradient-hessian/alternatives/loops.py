"""Loops over coordinates with copies."""

import numpy as np


def gradient(f, x):
    x = np.array(x, dtype=float)
    g = []
    for i in range(len(x)):
        a, b = x.copy(), x.copy()
        a[i] += 1e-6
        b[i] -= 1e-6
        g.append((f(a) - f(b)) / (a[i] - b[i]))
    return g


def hessian(f, x):
    x = np.array(x, dtype=float)
    n, e = len(x), 1e-4
    out = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            total = 0.0
            for si in (1, -1):
                for sj in (1, -1):
                    p = x.copy()
                    p[i] += si * e
                    p[j] += sj * e
                    total += si * sj * f(p)
            out[i][j] = out[j][i] = total / (4 * e * e)
    return out


def classify(h):
    w = np.linalg.eigvalsh(h)
    w = w / (abs(w).max() or 1)
    signs = {0 if abs(v) <= 1e-6 else 1 if v > 0 else -1 for v in w}
    if {1, -1} <= signs:
        return "saddle"
    return {1: "minimum", -1: "maximum"}[signs.pop()] if len(signs) == 1 and signs != {0} else "undecided"

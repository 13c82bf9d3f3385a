"""Forward differences for the gradient, with a small step."""

import numpy as np


def gradient(f, x):
    base = f(np.asarray(x, float))
    return np.array([(f(x + d) - base) / 1e-7 for d in 1e-7 * np.eye(len(x))])


def hessian(f, x):
    n, e = len(x), 1e-4
    d = e * np.eye(n)
    h = np.empty((n, n))
    for i in range(n):
        h[i, i] = (f(x + d[i]) - 2 * f(x + 0.0) + f(x - d[i])) / e**2
        for j in range(i):
            h[i, j] = (f(x + d[i] + d[j]) - f(x + d[i] - d[j]) - f(x - d[i] + d[j]) + f(x - d[i] - d[j])) / (4 * e**2)
            h[j, i] = h[i, j]
    return h


def classify(h):
    w = np.linalg.eigvalsh(h)
    tolerance = 1e-6 * max(abs(w[0]), abs(w[-1]))
    if w[0] * w[-1] < 0 and min(abs(w[0]), abs(w[-1])) > tolerance:
        return "saddle"
    if min(abs(w)) <= tolerance:
        return "undecided"
    return "minimum" if w[0] > 0 else "maximum"

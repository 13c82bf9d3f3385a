"""The Hessian as differences of the gradient, made symmetric."""

import numpy as np


def gradient(f, x, e=1e-5):
    return np.array([f(x + d) - f(x - d) for d in np.diag([e] * len(x))]) / (2 * e)


def hessian(f, x):
    e = 2e-4
    rows = [(gradient(f, x + d, e) - gradient(f, x - d, e)) / (2 * e) for d in np.eye(len(x)) * e]
    h = np.stack(rows)
    return 0.5 * (h + h.T)


def classify(h):
    w = np.sort(np.linalg.eig(h)[0].real)
    eps = np.abs(w).max() * 1e-6
    if w[0] < -eps and w[-1] > eps:
        return "saddle"
    if w[0] > eps:
        return "minimum"
    if w[-1] < -eps:
        return "maximum"
    return "undecided"

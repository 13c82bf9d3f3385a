"""First derivatives by the complex step, which needs no difference; second ones by central differences of these."""

import numpy as np


def gradient(f, x):
    return np.array([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(len(x))])


def hessian(f, x):
    h = np.array([(gradient(f, x + 1e-5 * e) - gradient(f, x - 1e-5 * e)) / 2e-5 for e in np.eye(len(x))])
    return (h + h.T) / 2


def classify(h):
    """By definiteness tests on the Hessian moved by the limit."""
    limit = 1e-6 * np.linalg.norm(h, 2) * np.eye(len(h))

    def positive(m):
        try:
            np.linalg.cholesky(m)
        except np.linalg.LinAlgError:
            return False
        return True

    if positive(h - limit):
        return "minimum"
    if positive(-h - limit):
        return "maximum"
    values = np.linalg.eigvals(h).real
    return "saddle" if values.max() > limit[0, 0] and values.min() < -limit[0, 0] else "undecided"

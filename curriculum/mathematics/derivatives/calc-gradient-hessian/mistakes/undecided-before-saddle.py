"""Says undecided although both signs occur

A zero eigenvalue ends the decision at once. If the others have both signs, the point is a saddle whatever happens in
the flat direction.
"""

import numpy as np


def gradient(f, x):
    """The gradient of f at x."""
    steps = 1e-5 * np.eye(len(x))
    return np.array([(f(x + s) - f(x - s)) / 2e-5 for s in steps])


def hessian(f, x):
    """The matrix of second derivatives of f at x."""
    steps = 1e-3 * np.eye(len(x))
    h = np.array([[f(x + s + t) - f(x + s - t) - f(x - s + t) + f(x - s - t) for t in steps] for s in steps])
    return (h + h.T) / 8e-6


def classify(h):
    """One of "minimum", "maximum", "saddle" or "undecided" for the Hessian of a stationary point."""
    values = np.linalg.eigvalsh(h)
    zero = 1e-6 * np.abs(values).max()
    up, down = (values > zero).any(), (values < -zero).any()
    if (np.abs(values) <= zero).any():
        return "undecided"
    if up and down:
        return "saddle"
    return "minimum" if up else "maximum"

"""Counts a zero curvature as rising

An eigenvalue of 0 passes for a positive one. In that direction second order says nothing: the function may rise,
fall or do both, and the task wants that to be said.
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
    if up and down:
        return "saddle"
    return "maximum" if down else "minimum"

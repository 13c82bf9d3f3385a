"""Leaves the start out of the path

The code records a point after each step, so the history begins with the second one. For a flat start it would be
empty. A path with its start has one point more than it has steps, and plots and rates of convergence are counted from
there.
"""

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("rate")
    x = np.array(start, dtype=float)
    path, values = [], []
    steps = 0
    while steps < max_steps:
        g = gradient(x)
        if np.linalg.norm(g) <= tolerance:
            break
        x = x - rate * g
        path.append(x.copy())
        values.append(f(x))
        steps += 1
    return np.array(path).reshape(len(path), len(x)), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

"""Reads the curvature off the diagonal

The code takes the largest entry of the diagonal for the largest curvature. The diagonal shows the curvature along the
axes only. If the steepest direction lies between them, as it does when the variables interact, it is larger than
every diagonal entry, and the rate comes out too high.
"""

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("rate")
    x = np.array(start, dtype=float)
    path = [x.copy()]
    values = [f(x)]
    steps = 0
    while steps < max_steps:
        g = gradient(x)
        if np.linalg.norm(g) <= tolerance:
            break
        x = x - rate * g
        path.append(x.copy())
        values.append(f(x))
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.diag(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

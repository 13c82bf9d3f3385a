"""Adds all curvatures

The code divides by the trace, the sum of the eigenvalues. When none is negative, the trace is at least as large as
the largest of them, so the rate is safe, but with many coordinates it is many times too small. One direction sets the
limit, not their sum.
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
    largest = np.trace(hessian)
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

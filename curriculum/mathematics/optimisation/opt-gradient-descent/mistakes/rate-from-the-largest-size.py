"""Counts downward curvature as steepness

The code takes the eigenvalue of largest absolute value. A negative one means that the function bends down in that
direction: descent runs away from there at any rate, so it sets no limit. The task asks for the largest eigenvalue
with its sign, and for an error if none is positive.
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
    largest = np.max(np.abs(np.linalg.eigvalsh(hessian)))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

"""Gives every step the same length

The code divides the gradient by its length, so that only the direction counts. Every step is then exactly as long as
the rate: far away that is slow, and near the minimum the points jump over it for ever, because the step no longer
shrinks with the slope. The length of the gradient is part of the rule.
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
        x = x - rate * g / np.linalg.norm(g)
        path.append(x.copy())
        values.append(f(x))
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

"""Stops when the function hardly changes

The code ends the run when the last step lowered the function by less than the tolerance. The gain of a step is about
the rate times the squared slope, so with a small rate, or near the end, it is tiny long before the ground is flat.
The path ends too early, and how much too early depends on the rate.
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
        if len(values) > 1 and abs(values[-2] - values[-1]) <= tolerance:
            break
        x = x - rate * g
        path.append(x.copy())
        values.append(f(x))
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

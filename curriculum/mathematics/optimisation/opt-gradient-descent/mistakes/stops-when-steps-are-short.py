"""Stops when the step is short

The code compares the length of the step with the tolerance. A step is the slope times the rate, so with the rate
0.001 a steep slope already makes a short step. The same run with another rate would stop somewhere else. The test has
to look at the slope itself.
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
        if np.linalg.norm(rate * g) <= tolerance:
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

"""Steps first and tests afterwards

The code takes a step before it asks whether one is needed. From a start that is already flat, or with no steps
allowed, it still makes one move, and it notices the end of every other run correctly. The question belongs in front
of the step, for the start as well.
"""

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("rate")
    x = np.array(start, dtype=float)
    path = [x.copy()]
    values = [f(x)]
    steps = 0
    while True:
        x = x - rate * gradient(x)
        path.append(x.copy())
        values.append(f(x))
        steps += 1
        if steps >= max_steps or np.linalg.norm(gradient(x)) <= tolerance:
            break
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

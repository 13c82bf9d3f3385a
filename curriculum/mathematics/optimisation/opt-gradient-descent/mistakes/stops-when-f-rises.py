"""Stops when the function rises

The code ends the run as soon as a step leads upwards, to be safe from divergence. The caller then gets a short path
that looks like success, although nothing is flat at its end. The task asks for the whole truth: a run with too large
a rate goes on, and its values show it.
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
        if f(x) > values[-1]:
            break
        path.append(x.copy())
        values.append(f(x))
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

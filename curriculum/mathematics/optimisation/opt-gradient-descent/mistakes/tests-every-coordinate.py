"""Tests each coordinate by itself

The code stops when every partial derivative is below the tolerance. The length of the gradient can be larger than
each of its parts: twenty of them at 0.9 make a length of 4. The task measures the whole vector by its Euclidean
length, so this path ends too early, and more so with more coordinates.
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
        if np.all(np.abs(g) <= tolerance):
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

"""Records the same array again and again

The code moves one array in place and appends it after every step. A list keeps references, not snapshots: all entries
are the same array, and when the run ends each of them shows the last point. The values are right because numbers were
copied. Every point of the path needs memory of its own.
"""

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("rate")
    x = np.array(start, dtype=float)
    path = [x]
    values = [f(x)]
    steps = 0
    while steps < max_steps:
        g = gradient(x)
        if np.linalg.norm(g) <= tolerance:
            break
        x -= rate * g
        path.append(x)
        values.append(f(x))
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

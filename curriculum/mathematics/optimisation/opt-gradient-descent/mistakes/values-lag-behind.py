"""Records the value before the step with the point after it

The code evaluates the function, moves, and stores both. The value belongs to the old point, the recorded point is the
new one, so from the second entry on each value stands one row too low. The curve looks right and is shifted by one
step; the last value is missing.
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
        values.append(f(x))
        x = x - rate * g
        path.append(x.copy())
        steps += 1
    return np.array(path), values


def safe_rate(hessian):
    largest = np.max(np.linalg.eigvalsh(hessian))
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

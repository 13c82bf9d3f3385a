"""Takes the rate from the flattest direction

The code divides by the smallest curvature, to get on fast where the ground is flat. But one rate serves all
directions. Along the steep ones it is then far above the limit, and the points jump across the valley, higher each
time. The steepest direction sets the limit.
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
    curvatures = np.linalg.eigvalsh(hessian)
    largest = curvatures[0] if curvatures[0] > 0 else curvatures[-1]
    if largest <= 0:
        raise ValueError("no curvature")
    return 1.0 / largest

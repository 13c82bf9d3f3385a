"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import gradient_descent, safe_rate

CURVATURES = np.array([4.0, 1.0])


def worked():
    """Two steps at the safe rate, and three above the limit."""
    start, rate = np.array([1.0, 2.0]), safe_rate(np.diag(CURVATURES))
    path, values = gradient_descent(_f, _gradient, start, rate, max_steps=2)
    gradients = [_gradient(p) for p in path]
    wild, _ = gradient_descent(_f, _gradient, start, 0.6, max_steps=3)
    return [
        [CURVATURES, rate, 0.6, 2 * rate],
        [[t, p, g, np.linalg.norm(g), v] for t, (p, g, v) in enumerate(zip(path, gradients, values, strict=True))],
        [rf"\frac{1}{2}", path[2, 1] / path[1, 1], wild[:, 0]],
    ]


def _f(p):
    return CURVATURES @ p**2 / 2


def _gradient(p):
    return CURVATURES * p

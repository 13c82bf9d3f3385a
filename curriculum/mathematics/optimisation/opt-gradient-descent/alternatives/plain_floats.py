"""Lists of floats, math.hypot, and Gershgorin-free bisection on the sign of the eigenvalues for the rate."""

import math

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if not rate > 0:
        raise ValueError(f"rate {rate}")
    points = [[float(v) for v in start]]
    while len(points) <= max_steps:
        slope = gradient(np.array(points[-1]))
        if math.hypot(*slope) <= tolerance:
            break
        points.append([p - rate * float(s) for p, s in zip(points[-1], slope)])
    return points, [float(f(np.array(p))) for p in points]


def _definite(m):
    """Is m positive definite?  Elimination without pivoting shows it."""
    m = [list(map(float, row)) for row in m]
    for k in range(len(m)):
        if m[k][k] <= 0:
            return False
        for i in range(k + 1, len(m)):
            c = m[i][k] / m[k][k]
            m[i] = [x - c * y for x, y in zip(m[i], m[k])]
    return True


def safe_rate(hessian):
    h = np.asarray(hessian, dtype=float)
    low, high = 0.0, float(np.abs(h).sum()) or 1.0
    if _definite(-h) or not h.any():
        raise ValueError("nothing curves up")
    for _ in range(60):
        middle = (low + high) / 2
        if _definite(middle * np.eye(len(h)) - h):
            high = middle
        else:
            low = middle
    return 1 / high

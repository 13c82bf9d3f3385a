"""An array for the longest path, cut at the end; the rate by power iteration on a shifted matrix."""

import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0.0:
        raise ValueError("rate must be > 0")
    path = np.full((max_steps + 1, start.size), np.nan)
    path[0] = start
    last = 0
    for t in range(1, max_steps + 1):
        g = gradient(path[t - 1].copy())
        if np.sqrt(np.dot(g, g)) <= tolerance:
            break
        path[t] = path[t - 1] - rate * g
        last = t
    path = path[: last + 1]
    return path, np.array([f(p) for p in path])


def safe_rate(hessian):
    h = np.array(hessian, dtype=float)
    shift = np.abs(h).sum(axis=1).max()
    v = np.random.default_rng(0).normal(size=len(h))
    for _ in range(4000):
        v = h @ v + shift * v
        length = np.linalg.norm(v)
        if length == 0:
            break
        v /= length
    top = v @ h @ v
    if not top > 1e-12:
        raise ValueError("no positive curvature")
    return 1 / top

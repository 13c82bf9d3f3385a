"""Quadratics by the closed form along the eigenvectors, all steps at once; other functions by a loop of plain floats."""

import math

import numpy as np
import scipy.linalg


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if not rate > 0:
        raise ValueError("rate")
    x = np.array(start, float)
    zero = gradient(np.zeros(len(x)))
    h = np.array([gradient(e) - zero for e in np.eye(len(x))]).T
    path = _closed_form(h, -zero, x, rate, max_steps) if np.allclose(gradient(7 * x + 1), h @ (7 * x + 1) + zero) else _loop(gradient, x, rate, max_steps)
    slopes = np.array([math.hypot(*gradient(p)) for p in path])
    flat = np.flatnonzero(slopes <= tolerance)
    path = path[: flat[0] + 1] if len(flat) else path
    return path, [f(p) for p in path]


def _closed_form(h, b, x, rate, steps):
    curvature, directions = scipy.linalg.eigh(h)
    best = directions.T @ b / curvature
    t = np.arange(steps + 1)[:, None]
    return (best + (1 - rate * curvature) ** t * (directions.T @ x - best)) @ directions.T


def _loop(gradient, x, rate, steps):
    path = [[float(v) for v in x]]
    for _ in range(steps):
        path.append([v - rate * float(s) for v, s in zip(path[-1], gradient(np.array(path[-1])))])
    return np.array(path)


def safe_rate(hessian):
    largest = max(scipy.linalg.eig(np.asarray(hessian, float))[0].real)
    if largest <= 1e-12:
        raise ValueError("no curvature")
    return 1 / largest

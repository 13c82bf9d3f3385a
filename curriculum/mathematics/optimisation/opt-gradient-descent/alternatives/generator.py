"""The points as a generator; stacking and evaluation afterwards."""

from itertools import islice

import numpy as np


def _points(gradient, x, rate, tolerance):
    while True:
        yield x
        slope = np.asarray(gradient(x))
        if (slope**2).sum() ** 0.5 <= tolerance:
            return
        x = np.subtract(x, np.multiply(rate, slope))


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("rate must be positive")
    path = np.vstack(list(islice(_points(gradient, np.asarray(start) * 1.0, rate, tolerance), max_steps + 1)))
    return path, tuple(map(f, path))


def safe_rate(hessian):
    top = sorted(np.linalg.eigvals(hessian).real)[-1]
    if top <= 0:
        raise ValueError("flat")
    return top**-1

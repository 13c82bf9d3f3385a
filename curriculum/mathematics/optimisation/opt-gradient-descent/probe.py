"""Builds functions and their gradients from plain numbers and lets the answer descend on them."""

import answer
import numpy as np


def _quadratic(h, b, c):
    h, b = np.asarray(h, float), np.asarray(b, float)
    return lambda x: float(0.5 * x @ h @ x - b @ x + c), lambda x: h @ x - b


def _logistic(features, labels, weight):
    """Mean logistic loss with labels -1 and 1, and a quadratic penalty."""
    z, y = np.asarray(features, float), np.asarray(labels, float)

    def f(x):
        return float(np.mean(np.logaddexp(0, -y * (z @ x))) + 0.5 * weight * x @ x)

    def gradient(x):
        return -(z.T @ (y / (1 + np.exp(y * (z @ x))))) / len(y) + weight * x

    return f, gradient


def _valley(steepness):
    """A curved valley: (1 - x)^2 + steepness (y - x^2)^2."""
    s = float(steepness)
    return (
        lambda x: float((1 - x[0]) ** 2 + s * (x[1] - x[0] ** 2) ** 2),
        lambda x: np.array([-2 * (1 - x[0]) - 4 * s * x[0] * (x[1] - x[0] ** 2), 2 * s * (x[1] - x[0] ** 2)]),
    )


FUNCTIONS = {"quadratic": _quadratic, "logistic": _logistic, "valley": _valley}


def descend(kind, numbers, start, rate, **options):
    """The path, all points one after the other in one list, and the values."""
    f, gradient = FUNCTIONS[kind](*numbers)
    given = start.copy()
    result = answer.gradient_descent(f, gradient, start, rate, **options)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError(f"gradient_descent must return (path, values); it returned {type(result).__name__}")
    path, values = np.array(result[0], float), np.array(result[1], float)
    if path.ndim != 2 or path.shape[1] != len(given):
        raise TypeError(f"path must have one row a point, shape (steps + 1, {len(given)}); it has shape {path.shape}")
    if values.ndim != 1:
        raise TypeError(f"values must be one number a point; they have shape {values.shape}")
    return {"path": path.ravel().tolist(), "values": values.tolist()}

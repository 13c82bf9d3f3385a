import numpy as np


def project_simplex(v):
    """The point of the simplex that is nearest to v."""
    falling = np.sort(v)[::-1]
    shifts = (np.cumsum(falling) - 1) / np.arange(1, len(v) + 1)
    return np.maximum(v - np.max(shifts), 0)


def gap_box(q, b, x, low, high):
    """An upper bound on how much lower f can be in the box than at x."""
    slope = np.dot(q, x) - b
    return np.sum(np.maximum(slope * (x - low), slope * (x - high)))


def gap_simplex(q, b, x):
    """An upper bound on how much lower f can be on the simplex than at x."""
    slope = np.dot(q, x) - b
    return np.dot(slope, x) - np.min(slope)


def minimise_box(q, b, low, high):
    """The minimiser of x'Qx / 2 - b'x with low <= x <= high."""
    if np.any(low > high):
        raise ValueError("the box is empty")
    return _descend(q, b, lambda x: np.minimum(np.maximum(x, low), high))


def minimise_simplex(q, b):
    """The minimiser of x'Qx / 2 - b'x on the simplex."""
    return _descend(q, b, project_simplex)


def _descend(q, b, project):
    """500 steps against the gradient, each followed by a projection."""
    rate = 1 / (np.linalg.eigvalsh(q)[-1] or 1)
    x = project(b)
    for _ in range(500):
        x = project(x - rate * (np.dot(q, x) - b))
    return x

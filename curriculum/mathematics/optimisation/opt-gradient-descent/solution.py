import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    """All points from start to where the gradient is flat, and f at each of them."""
    if rate <= 0:
        raise ValueError("the rate must be positive")
    point = start  # never changed in place: every step makes a new array
    path, values = [point], [f(point)]
    for _ in range(max_steps):
        slope = gradient(point)
        if np.linalg.norm(slope) <= tolerance:
            break
        point = point - rate * slope
        path.append(point)
        values.append(f(point))
    return np.array(path), values


def safe_rate(hessian):
    """1 / L for the largest eigenvalue L of a symmetric matrix."""
    steepest = np.linalg.eigvalsh(hessian)[-1]
    if steepest <= 0:
        raise ValueError("without a positive curvature there is no limit to the rate")
    return 1 / steepest

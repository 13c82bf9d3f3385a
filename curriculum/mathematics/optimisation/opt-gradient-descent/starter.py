import numpy as np


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    """All points from start to where the gradient is flat, and f at each of them."""
    raise NotImplementedError


def safe_rate(hessian):
    """1 / L for the largest eigenvalue L of a symmetric matrix."""
    raise NotImplementedError

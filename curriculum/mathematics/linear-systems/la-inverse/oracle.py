"""LAPACK by way of SciPy, and NumPy's condition number."""

import math

import numpy as np
import scipy.linalg


def condition(a):
    if np.ndim(a) != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("square")
    if not len(a):
        return 0.0
    scale = np.abs(a).max() or 1.0
    s = np.linalg.svd(a / scale, compute_uv=False)
    if s[-1] < 1e-13 * s[0]:
        return math.inf
    return float(np.linalg.cond(a / scale, np.inf))


def inverse(a):
    if condition(a) > 1e12:
        raise ValueError("hopeless")
    return scipy.linalg.inv(a.astype(float)) if len(a) else np.zeros((0, 0))

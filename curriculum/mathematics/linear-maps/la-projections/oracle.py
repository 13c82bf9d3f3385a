"""The pseudoinverse, and least squares for the vectors."""

import numpy as np
import scipy.linalg


def projection_matrix(a):
    a = a / (np.abs(a).max(initial=0) or 1.0)
    return a @ np.linalg.pinv(a, rcond=1e-8) if a.size else np.zeros((len(a), len(a)))


def project(a, x):
    if len(x) != len(a):
        raise ValueError("length")
    if not a.size:
        return np.zeros(len(x)), x * 1.0
    a = a / (np.abs(a).max(initial=0) or 1.0)
    p = a @ scipy.linalg.lstsq(a, x.astype(float), cond=1e-8)[0]
    return p, x - p

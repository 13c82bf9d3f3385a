"""Dot products and the trace of A A^T instead of sums of squares; repeated multiplication for whole powers."""

import numpy as np


def _unit(x):
    return max(float(x.max(initial=0)), -float(x.min(initial=0)))


def vector_norm(x, p=2):
    if len(np.shape(x)) != 1 or not (p >= 1):
        raise ValueError(f"p = {p}, shape {np.shape(x)}")
    top = _unit(x)
    if top == 0.0 or p == float("inf"):
        return np.float64(top)
    y = np.fabs(np.true_divide(x, top))
    if p == 2:
        return top * np.dot(y, y) ** 0.5
    powers = np.prod(np.tile(y, (int(p), 1)), axis=0) if p == int(p) else np.exp(p * np.log(np.where(y > 0, y, 1e-300)))
    return top * np.power(powers.sum(), 1.0 / p)


def frobenius_norm(a):
    if len(np.shape(a)) != 2:
        raise ValueError(f"shape {np.shape(a)}")
    top = _unit(a)
    if not top:
        return 0.0
    b = a / top
    return top * np.sqrt(np.trace(b @ b.T))

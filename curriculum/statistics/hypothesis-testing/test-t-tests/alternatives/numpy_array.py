"""Sums of squares written out; one shared routine with weights; returns an array."""
import numpy as np
from scipy.stats import t as student


def _ss(x):
    if len(x) < 2:
        raise ValueError("n < 2")
    c = np.array(x, dtype=float)
    c -= c.sum() / c.size
    return float(c @ c)


def _finish(diff, var, df):
    if var == 0.0:
        raise ValueError("var = 0")
    t = diff * var**-0.5
    return np.array([t, df, student.sf(t if t > 0 else -t, df) + student.cdf(-abs(t), df)])


def one_sample(x, mean):
    n = len(x)
    return _finish(x.sum() / n - mean, _ss(x) / (n * (n - 1)) if n > 1 else _ss(x), n - 1)


def paired(x, y):
    if x.size != y.size:
        raise ValueError("sizes")
    return one_sample(x.astype(float) - y, 0.0)


def welch(x, y):
    n, m = len(x), len(y)
    sx, sy = _ss(x), _ss(y)
    u, v = sx / n / (n - 1), sy / m / (m - 1)
    w = u + v
    df = 1.0 / ((u / w) ** 2 / (n - 1) + (v / w) ** 2 / (m - 1)) if w else 0
    return _finish(x.mean() - y.mean(), w, df)

"""Standard deviations instead of variances, the lower tail of -|t|, and a list returned."""
import numpy as np
import scipy.stats as st


def _se(x):
    x = np.asarray(x, dtype=np.float64)
    if x.size < 2:
        raise ValueError
    return x.std(ddof=1) / np.sqrt(x.size)


def _p(t, df):
    return st.t.cdf(-np.abs(t), df) * 2


def one_sample(x, mean):
    se = _se(x)
    if not se > 0:
        raise ValueError
    t = (np.average(x) - mean) / se
    df = np.size(x) - 1
    return [t, df, _p(t, df)]


def paired(x, y):
    x, y = np.asarray(x), np.asarray(y)
    if x.shape != y.shape:
        raise ValueError
    return one_sample(np.subtract(x, y), 0)


def welch(x, y):
    ex, ey = _se(x), _se(y)
    se = np.hypot(ex, ey)
    if not se > 0:
        raise ValueError
    t = (np.average(x) - np.average(y)) / se
    df = se**4 / (ex**4 / (np.size(x) - 1) + ey**4 / (np.size(y) - 1))
    return [t, df, _p(t, df)]

"""The tail is doubled on the wrong side

For a negative t you double nearly the whole distribution, and p rises above 1. Above 0 it looks right. Far out means far from 0, so the distance counts and not the sign."""
import numpy as np
from scipy import stats


def _result(estimate, variance, df):
    if variance == 0:
        raise ValueError("the standard error is 0: there is no spread to measure the difference by")
    t = estimate / np.sqrt(variance)
    return t, df, 2 * stats.t.sf(t, df)


def _variance_of_mean(x):
    if len(x) < 2:
        raise ValueError("a t-test needs at least two values")
    return np.var(x, ddof=1) / len(x)


def one_sample(x, mean):
    variance = _variance_of_mean(x)
    return _result(np.mean(x) - mean, variance, len(x) - 1)


def paired(x, y):
    if len(x) != len(y):
        raise ValueError("paired samples have one partner each")
    return one_sample(x - y, 0)


def welch(x, y):
    a, b = _variance_of_mean(x), _variance_of_mean(y)
    with np.errstate(invalid="ignore"):  # two constant groups: refused below
        df = (a + b) ** 2 / (a**2 / (len(x) - 1) + b**2 / (len(y) - 1))
    return _result(np.mean(x) - np.mean(y), a + b, df)

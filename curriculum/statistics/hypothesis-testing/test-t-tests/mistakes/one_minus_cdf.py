"""The tail is found by subtraction

Your p is right in the middle and becomes 0 (or noise near 1e-16) far out. One minus a number that is within rounding of one keeps no digits. The survival function computes the tail without the subtraction."""
import numpy as np
from scipy import stats


def _result(estimate, variance, df):
    if variance == 0:
        raise ValueError("the standard error is 0: there is no spread to measure the difference by")
    t = estimate / np.sqrt(variance)
    return t, df, 2 * (1 - stats.t.cdf(abs(t), df))


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
    df = (a + b) ** 2 / (a**2 / (len(x) - 1) + b**2 / (len(y) - 1))
    return _result(np.mean(x) - np.mean(y), a + b, df)

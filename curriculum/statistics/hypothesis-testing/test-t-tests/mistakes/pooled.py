"""Both groups are given one common variance

Your test for two groups mixes the two variances into one and counts n + m - 2 degrees of freedom. That is Student's older test, which holds only when both groups spread
alike; with unequal spread and unequal sizes it is wrong in either direction. Welch lets each mean keep its own variance."""
import numpy as np
from scipy import stats


def _result(estimate, variance, df):
    if variance == 0:
        raise ValueError("the standard error is 0: there is no spread to measure the difference by")
    t = estimate / np.sqrt(variance)
    return t, df, 2 * stats.t.sf(abs(t), df)


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
    if a + b == 0:
        raise ValueError("both groups are constant")
    n, m = len(x), len(y)
    s2 = ((n - 1) * np.var(x, ddof=1) + (m - 1) * np.var(y, ddof=1)) / (n + m - 2)
    return _result(np.mean(x) - np.mean(y), s2 * (1 / n + 1 / m), n + m - 2)

"""The standard library's statistics module and a frozen distribution."""
import statistics

from scipy import stats


def _test(estimate, se2, df):
    if se2 == 0:
        raise ValueError("standard error is zero")
    t = estimate / se2**0.5
    return t, df, 2 * stats.t(df).sf(abs(t))


def one_sample(x, mean):
    values = [float(v) for v in x]
    if len(values) <= 1:
        raise ValueError("need two")
    return _test(statistics.fmean(values) - mean, statistics.variance(values) / len(values), len(values) - 1)


def paired(x, y):
    if len(x) != len(y):
        raise ValueError("need pairs")
    return one_sample([a - b for a, b in zip(x.tolist(), y.tolist())], 0)


def welch(x, y):
    x, y = [float(v) for v in x], [float(v) for v in y]
    if min(len(x), len(y)) < 2:
        raise ValueError("need two")
    a, b = statistics.variance(x) / len(x), statistics.variance(y) / len(y)
    if a + b == 0:
        raise ValueError("standard error is zero")
    return _test(statistics.fmean(x) - statistics.fmean(y), a + b, (a + b) ** 2 / (a**2 / (len(x) - 1) + b**2 / (len(y) - 1)))

"""SciPy's own tests."""
import numpy as np
from scipy import stats


def _checked(result, *samples):
    if any(len(s) < 2 for s in samples) or not np.isfinite(result.statistic):
        raise ValueError("not defined")
    return float(result.statistic), float(result.df), float(result.pvalue)


def one_sample(x, mean):
    if len(x) < 2 or np.ptp(x) == 0:
        raise ValueError("not defined")
    return _checked(stats.ttest_1samp(x, mean), x)


def paired(x, y):
    if len(x) != len(y) or len(x) < 2 or np.ptp(x - y) == 0:
        raise ValueError("not defined")
    return _checked(stats.ttest_rel(x, y), x)


def welch(x, y):
    if min(len(x), len(y)) < 2 or np.ptp(x) == np.ptp(y) == 0:
        raise ValueError("not defined")
    return _checked(stats.ttest_ind(x, y, equal_var=False), x, y)

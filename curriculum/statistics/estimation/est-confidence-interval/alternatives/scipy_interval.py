"""scipy.stats.t.interval and binomtest, indices drawn in one block."""
import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    x = np.asarray(x, float)
    if x.size < 2:
        raise ValueError("n < 2")
    se = x.std(ddof=1) / x.size**0.5
    q = stats.t(x.size - 1).isf((1 - level) / 2)
    return [x.mean() - q * se, x.mean() + q * se]


def proportion_interval(successes, n, level=0.95):
    if n < 1 or successes < 0 or successes > n:
        raise ValueError("bad counts")
    ci = stats.binomtest(successes, n).proportion_ci(level, method="wilson")
    return ci.low, ci.high


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    x = np.asarray(x)
    picks = rng.integers(len(x), size=(resamples, len(x)))
    stat = np.fromiter((statistic(x[row]) for row in picks), float, resamples)
    return tuple(np.quantile(stat, [0.5 - level / 2, 0.5 + level / 2]))

"""np.percentile, a NumPy array returned, the lower quantile mirrored."""
import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    if np.size(x) < 2:
        raise ValueError
    a = (1 - level) / 2
    return np.mean(x) + stats.t.ppf([a, 1 - a], np.size(x) - 1) * stats.sem(x)


def proportion_interval(successes, n, level=0.95):
    if n < 1 or not (0 <= successes <= n):
        raise ValueError
    z2 = stats.chi2.ppf(level, 1)
    p = successes / n
    root = np.sqrt(z2 * (p * (1 - p) * n + z2 / 4))
    ends = (n * p + z2 / 2 + np.array([-root, root])) / (n + z2)
    return np.clip(ends, 0, 1)


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    values = np.empty(resamples)
    for i in range(resamples):
        values[i] = statistic(rng.choice(np.asarray(x), len(x), replace=True))
    return np.percentile(values, [50 * (1 - level), 50 * (1 + level)])

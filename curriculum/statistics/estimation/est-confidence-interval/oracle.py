"""SciPy's interval of the t distribution, Wilson's interval by root finding, resampling by index arrays."""
import numpy as np
from scipy import optimize, stats


def mean_interval(x, level=0.95):
    if len(x) < 2:
        raise ValueError("too few")
    if np.ptp(x) == 0:
        return float(x[0]), float(x[0])
    return stats.t.interval(level, len(x) - 1, loc=np.mean(x), scale=stats.sem(x))


def proportion_interval(successes, n, level=0.95):
    if not (n >= 1 and 0 <= successes <= n):
        raise ValueError("no proportion")
    z = stats.norm.isf((1 - level) / 2)
    p = successes / n

    def f(q):
        return (p - q) ** 2 * n - z * z * q * (1 - q)

    low = 0.0 if successes == 0 else optimize.brentq(f, 0, min(p, 1 - 1e-9), xtol=1e-15, rtol=1e-14)
    high = 1.0 if successes == n else optimize.brentq(f, max(p, 1e-9), 1, xtol=1e-15, rtol=1e-14)
    return low, high


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    draws = x[rng.integers(0, len(x), (resamples, len(x)))]
    values = np.array([statistic(d) for d in draws])
    return tuple(np.quantile(values, ((1 - level) / 2, (1 + level) / 2)))

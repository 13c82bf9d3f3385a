"""Wilson as the roots of its quadratic, a sample by a shuffled block of uniform numbers."""
import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    n = len(x)
    if n < 2:
        raise ValueError("one value has no spread")
    c = np.asarray(x) - np.mean(x)
    half = -stats.t.ppf((1 - level) / 2, n - 1) * np.sqrt(c @ c / (n * (n - 1)))
    return (np.mean(x) - half, np.mean(x) + half)


def proportion_interval(successes, n, level=0.95):
    if n < 1 or not 0 <= successes <= n:
        raise ValueError("not a proportion")
    z = -stats.norm.ppf((1 - level) / 2)
    p = successes / n
    a, b, c = 1 + z * z / n, -(2 * p + z * z / n), p * p
    d = np.sqrt(max(b * b - 4 * a * c, 0.0))
    high = (-b + d) / (2 * a)
    low = c / (a * high) if high > 0 else 0.0
    return (float(max(low, 0.0)), float(min(high, 1.0)))


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    x = np.array(x)
    stat = [statistic(x[np.floor(rng.random(x.size) * x.size).astype(int)]) for _ in range(resamples)]
    lo, hi = (1 - level) / 2, (1 + level) / 2
    return np.quantile(stat, lo), np.quantile(stat, hi)

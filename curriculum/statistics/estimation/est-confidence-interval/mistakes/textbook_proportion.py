"""The interval collapses when all or none succeed

You use the estimated proportion's own spread on both sides. At 0 successes that spread is 0, and the interval shrinks to a point that claims certainty; near 0 or 1 it covers far less often than promised. Wilson measures each candidate by its own spread."""
import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    n = len(x)
    if n < 2:
        raise ValueError("an interval for a mean needs at least two values")
    half = stats.t.ppf((1 + level) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
    return np.mean(x) - half, np.mean(x) + half


def proportion_interval(successes, n, level=0.95):
    if n < 1 or not 0 <= successes <= n:
        raise ValueError("0 <= successes <= n and n >= 1 must hold")
    z = stats.norm.ppf((1 + level) / 2)
    p = successes / n
    half = z * np.sqrt(p * (1 - p) / n)
    low, high = p - half, p + half
    return max(0.0, low), min(1.0, high)


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    values = [statistic(rng.choice(x, size=len(x))) for _ in range(resamples)]
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return low, high

"""The centre of one interval, the spread of another

You move the centre as Wilson does, then put the textbook spread around it, which is the interval of Agresti and Coull. It is a fair approximation and a little too wide near 0 and 1. The task's formula has the square root of two terms."""
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
    p = (successes + z**2 / 2) / (n + z**2)
    half = z * np.sqrt(p * (1 - p) / (n + z**2))
    low, high = p - half, p + half
    return max(0.0, low), min(1.0, high)


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    values = [statistic(rng.choice(x, size=len(x))) for _ in range(resamples)]
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return low, high

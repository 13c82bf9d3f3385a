"""The normal quantile for a small sample

Your interval of the mean uses the bell curve's quantile. That would be right if the spread were known; it is estimated from the same few values, and for four of them your "95 %" covers the truth 86 times in 100. Student's t pays for the estimate."""
import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    n = len(x)
    if n < 2:
        raise ValueError("an interval for a mean needs at least two values")
    half = stats.norm.ppf((1 + level) / 2) * np.std(x, ddof=1) / np.sqrt(n)
    return np.mean(x) - half, np.mean(x) + half


def proportion_interval(successes, n, level=0.95):
    if n < 1 or not 0 <= successes <= n:
        raise ValueError("0 <= successes <= n and n >= 1 must hold")
    z = stats.norm.ppf((1 + level) / 2)
    p = successes / n
    centre = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    low, high = (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)
    return max(0.0, low), min(1.0, high)


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    values = [statistic(rng.choice(x, size=len(x))) for _ in range(resamples)]
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return low, high

"""Sums in Python, Wilson rearranged with n tilde, one draw at a time."""
import math

import numpy as np
from scipy.special import ndtri, stdtrit


def mean_interval(x, level=0.95):
    values = [float(v) for v in x]
    n = len(values)
    if n <= 1:
        raise ValueError("need two values")
    m = math.fsum(values) / n
    s2 = math.fsum((v - m) ** 2 for v in values) / (n - 1)
    half = stdtrit(n - 1, (1 + level) / 2) * math.sqrt(s2 / n)
    return (m - half, m + half)


def proportion_interval(successes, n, level=0.95):
    if n <= 0 or successes < 0 or successes > n:
        raise ValueError("counts")
    z = float(ndtri((1 + level) / 2))
    k, f = successes, n - successes
    wide = z * math.sqrt(k * f / n + z * z / 4)
    return (max((k + z * z / 2 - wide) / (n + z * z), 0), min((k + z * z / 2 + wide) / (n + z * z), 1))


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    results = []
    while len(results) < resamples:
        sample = np.array([x[int(rng.random() * len(x))] for _ in range(len(x))])
        results.append(statistic(sample))
    results.sort()
    return (np.quantile(results, (1 - level) / 2), np.quantile(results, (1 + level) / 2))

"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import mean_interval, proportion_interval
from scipy import stats


def worked():
    """Five values, no refusal among ten, and how often an interval with 1.96 covers at n = 4."""
    x = np.array([4, 6, 8, 10, 12])
    z, t = stats.norm.ppf(0.975), stats.t.ppf(0.975, len(x) - 1)
    error = x.std(ddof=1) / np.sqrt(len(x))
    n = 10
    naive = [0 * z, 0 * z]  # no spread where none succeeds
    return [
        [56 / 60, 0.95, z, 1 - 2 * stats.t.sf(z, 3)],
        [x, x.mean(), x.std(ddof=1), len(x), error, t, 95, mean_interval(x)],
        [z, x.mean() - z * error, x.mean() + z * error, z / t],
        [0, n, naive, z, z**2, 2, z**2 / (n + z**2), proportion_interval(0, n)],
    ]

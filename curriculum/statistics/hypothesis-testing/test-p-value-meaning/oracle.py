"""scipy and statsmodels on the questions that have a number for an answer."""

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests


def shuffles(n, upper, lower):
    """Lay all statistics out and count: the observed one is 1, as extreme as the counted shuffles, the others are nearer to zero."""
    statistics = np.concatenate([np.full(upper, 1.5), np.full(lower, -1.5), np.zeros(n - upper - lower), [1.0]])
    return float(np.mean(np.abs(statistics) >= 1.0))


def false_alarm(m, alpha):
    return 100 * float(stats.binom.sf(0, m, alpha / 100))


def holm(p):
    return int(multipletests(p, alpha=0.05, method="holm")[0].sum())

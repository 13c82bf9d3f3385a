import numpy as np
from scipy import stats


def mean_interval(x, level=0.95):
    """(low, high): the t interval of the mean."""
    raise NotImplementedError


def proportion_interval(successes, n, level=0.95):
    """(low, high): Wilson's interval of a proportion."""
    raise NotImplementedError


def bootstrap_interval(x, statistic, rng, level=0.95, resamples=999):
    """(low, high): the percentile bootstrap of statistic."""
    raise NotImplementedError

import numpy as np
from scipy import stats


def update_beta(a, b, data):
    """(a, b) of the posterior after data, an array of 0 and 1."""
    raise NotImplementedError


def summarise(a, b, level=0.95):
    """(mean, low, high) of Beta(a, b)."""
    raise NotImplementedError


def update_discrete(prior, likelihoods):
    """Posterior over H hypotheses after T observations; likelihoods has shape (T, H)."""
    raise NotImplementedError

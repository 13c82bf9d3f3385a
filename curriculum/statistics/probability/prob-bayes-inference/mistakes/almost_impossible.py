"""Impossible becomes very unlikely

You add a tiny number (or use it as a floor) so that no logarithm of 0 appears. What was ruled out then keeps a sliver of probability, and later evidence can make it grow. The logarithm of 0 is minus infinity, and that is the value you want here."""
import numpy as np
from scipy import stats


def update_beta(a, b, data):
    successes = int(np.sum(data))
    return a + successes, b + len(data) - successes


def summarise(a, b, level=0.95):
    tail = (1 - level) / 2
    posterior = stats.beta(a, b)
    return a / (a + b), posterior.ppf(tail), posterior.isf(tail)


def update_discrete(prior, likelihoods):
    with np.errstate(divide="ignore"):
        log_weights = np.log(np.asarray(prior) + 1e-300) + np.log(np.asarray(likelihoods) + 1e-300).sum(axis=0)
    largest = log_weights.max()
    if not np.any((np.asarray(prior) > 0) & (np.asarray(likelihoods) > 0).all(axis=0)):
        raise ValueError("every hypothesis is ruled out")
    weights = np.exp(log_weights - largest)
    return weights / weights.sum()

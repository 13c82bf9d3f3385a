"""Successes are added to b

Your update puts the ones on the wrong side. In Beta(a, b) a counts successes: the mean a/(a + b) has to rise when a success arrives."""
import numpy as np
from scipy import stats


def update_beta(a, b, data):
    successes = int(np.sum(data))
    return a + len(data) - successes, b + successes


def summarise(a, b, level=0.95):
    tail = (1 - level) / 2
    posterior = stats.beta(a, b)
    return a / (a + b), posterior.ppf(tail), posterior.isf(tail)


def update_discrete(prior, likelihoods):
    with np.errstate(divide="ignore"):
        log_weights = np.log(prior) + np.log(likelihoods).sum(axis=0)
    largest = log_weights.max()
    if largest == -np.inf:
        raise ValueError("every hypothesis is ruled out")
    weights = np.exp(log_weights - largest)
    return weights / weights.sum()

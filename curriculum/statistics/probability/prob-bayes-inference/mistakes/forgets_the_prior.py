"""The prior is dropped from the count

Your new parameters hold the data alone, with one added on each side whatever the prior was. That is the flat prior. The a and b that come in are earlier knowledge and stay in the sum."""
import numpy as np
from scipy import stats


def update_beta(a, b, data):
    successes = int(np.sum(data))
    return 1 + successes, 1 + len(data) - successes


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

"""A confidence interval where a credible interval is asked

Your interval is the mean plus and minus a normal quantile times a standard error. That is the recipe of a confidence interval: it promises how often the procedure covers the truth, and it can even leave the range from 0 to 1. A credible interval is read off the posterior itself, by its quantiles."""
import numpy as np
from scipy import stats


def update_beta(a, b, data):
    successes = int(np.sum(data))
    return a + successes, b + len(data) - successes


def summarise(a, b, level=0.95):
    tail = (1 - level) / 2
    posterior = stats.beta(a, b)
    half = stats.norm.isf(tail) * posterior.std()
    return a / (a + b), a / (a + b) - half, a / (a + b) + half


def update_discrete(prior, likelihoods):
    with np.errstate(divide="ignore"):
        log_weights = np.log(prior) + np.log(likelihoods).sum(axis=0)
    largest = log_weights.max()
    if largest == -np.inf:
        raise ValueError("every hypothesis is ruled out")
    weights = np.exp(log_weights - largest)
    return weights / weights.sum()

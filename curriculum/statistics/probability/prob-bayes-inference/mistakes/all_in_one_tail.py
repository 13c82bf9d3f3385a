"""The whole remainder is cut off on each side

You cut 1 - level off below and again above, so only 2 level - 1 is left in between: with level 0.95 your interval holds 90 %. The remainder is shared by two tails."""
import numpy as np
from scipy import stats


def update_beta(a, b, data):
    successes = int(np.sum(data))
    return a + successes, b + len(data) - successes


def summarise(a, b, level=0.95):
    tail = (1 - level) if level > 0.5 else level / 2
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

"""Each observation starts from the prior again

Your result depends on the last observation only. A posterior is the prior of the next update: the evidence accumulates over the whole stream, and its order leaves no trace."""
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
        log_weights = np.log(prior) + (np.log(likelihoods[-1]) if len(likelihoods) else 0.0)
    largest = log_weights.max()
    if largest == -np.inf:
        raise ValueError("every hypothesis is ruled out")
    weights = np.exp(log_weights - largest)
    return weights / weights.sum()

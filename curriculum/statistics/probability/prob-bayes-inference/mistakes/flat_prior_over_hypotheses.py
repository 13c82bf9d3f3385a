"""The prior over the hypotheses is left out

Your weights are the likelihoods alone, which treats all hypotheses as equally plausible beforehand. With a rare hypothesis this is the base-rate fallacy: a little evidence makes it look certain."""
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
        log_weights = np.where(np.asarray(prior) > 0, 0.0, -np.inf) + np.log(likelihoods).sum(axis=0)
    largest = log_weights.max()
    if largest == -np.inf:
        raise ValueError("every hypothesis is ruled out")
    weights = np.exp(log_weights - largest)
    return weights / weights.sum()

"""scipy's logsumexp and the interval method of the frozen distribution."""
import numpy as np
from scipy.special import logsumexp
from scipy.stats import beta


def update_beta(a, b, data):
    data = np.asarray(data)
    return a + np.count_nonzero(data), b + np.count_nonzero(data == 0)


def summarise(a, b, level=0.95):
    d = beta(a, b)
    return (d.mean(), *d.interval(level))


def update_discrete(prior, likelihoods):
    with np.errstate(divide="ignore"):
        terms = np.vstack([np.log(prior)[None], np.log(likelihoods)]).sum(0)
    if not np.isfinite(terms).any():
        raise ValueError("impossible data")
    return np.exp(terms - logsumexp(terms))

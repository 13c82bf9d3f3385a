"""Products in chunks with the exponent taken out by frexp; mirrored upper quantile."""
import numpy as np
import scipy.stats


def update_beta(a, b, data):
    k = sum(1 for x in data if x)
    return np.array([a + k, b + (len(data) - k)])


def summarise(a, b, level=0.95):
    q = (1.0 - level) / 2.0
    return a / (a + b), scipy.stats.beta.ppf(q, a, b), 1 - scipy.stats.beta.ppf(q, b, a)


def update_discrete(prior, likelihoods):
    m = np.array(prior, dtype=float)
    e = np.zeros(len(m), dtype=int)
    for row in likelihoods:
        m, shift = np.frexp(m * row)
        e = e + shift
    alive = m > 0
    if not alive.any():
        raise ValueError("no hypothesis explains the data")
    w = np.where(alive, np.ldexp(m, np.clip(e - e[alive].max(), -2000, 0)), 0.0)
    return w / w.sum()

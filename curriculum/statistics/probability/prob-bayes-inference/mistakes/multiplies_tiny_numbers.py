"""Multiplies the likelihoods themselves

Your weights are right for a short stream. A long one multiplies thousands of numbers below 1, and the product becomes exactly 0 for every hypothesis: it looks as if nothing were left, though nothing was ruled out. Work with sums of logarithms and take the largest out before you go back."""
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
    weights = prior * np.prod(likelihoods, axis=0)
    total = weights.sum()
    if total == 0:
        raise ValueError("every hypothesis is ruled out")
    return weights / total

"""A hypothesis that fell to 0 cannot come back

You rescale the probabilities after every observation. The total stays healthy, but the weaker hypothesis shrinks until float64 rounds it to 0, and from 0 no later evidence lifts it: what came first decides. Carry logarithms along the whole stream."""
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
    current = np.array(prior, dtype=float)
    for row in likelihoods:
        current = current * row
        total = current.sum()
        if total == 0:
            raise ValueError("every hypothesis is ruled out")
        current = current / total
    return current

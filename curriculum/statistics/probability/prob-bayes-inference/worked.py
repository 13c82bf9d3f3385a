"""The figures of the lesson, computed with the solution."""

import sys

import numpy as np
from answer import summarise, update_beta, update_discrete


def worked():
    """Ten tasks against a Beta prior, and three throws of a coin that is fair or loaded."""
    solved = np.array([1] * 7 + [0] * 3)
    posterior = update_beta(2, 2, solved)
    level, old = 0.95, 0.6
    heads, prior, seen = np.array([0.5, 0.8]), np.array([0.9, 0.1]), [1, 1, 0]
    likelihoods = np.array([heads if s else 1 - heads for s in seen])
    factor = 0.01
    if factor**1000 != 0 or sys.float_info.min > 1e-307:
        raise ValueError("a thousand factors do not vanish here")
    return [
        [solved.mean(), factor, (1 - level) / 2, level],
        [2, 2, solved.sum(), len(solved), posterior, posterior[0], sum(posterior), summarise(*posterior, level), old],
        [heads, prior, 3, prior * likelihoods.prod(axis=0), likelihoods, update_discrete(prior, likelihoods)],
    ]

"""Temperature 0 divides by zero

You divide by the temperature whatever it is. At 0 that gives NaN. What is meant is the limit: all of the share on the largest logit.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    scaled = (logits - np.max(logits)) / temperature
    weights = np.exp(scaled)
    if k is not None:
        weights[scaled < np.sort(scaled)[-min(k, len(scaled))]] = 0
    weights = weights / weights.sum()
    order = np.argsort(-weights, kind="stable")
    before = np.cumsum(weights[order]) - weights[order]
    if p < 1:
        weights[order[before >= p]] = 0
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

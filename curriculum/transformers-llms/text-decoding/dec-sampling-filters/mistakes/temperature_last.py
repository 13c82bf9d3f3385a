"""Temperature after the filters

You apply the temperature to what the filters have left. It comes first: a warmer distribution has a larger nucleus or the same.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    scaled = (logits - np.max(logits))
    weights = np.exp(scaled)
    if k is not None:
        weights[scaled < np.sort(scaled)[-min(k, len(scaled))]] = 0
    weights = weights / weights.sum()
    order = np.argsort(-weights, kind="stable")
    before = np.cumsum(weights[order]) - weights[order]
    if p < 1:
        weights[order[before >= p]] = 0
    weights = (weights / weights.max()) ** (1 / temperature)
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

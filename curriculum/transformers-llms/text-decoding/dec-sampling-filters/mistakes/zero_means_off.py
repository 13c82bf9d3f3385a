"""Temperature 0 taken as no temperature

You treat the temperature 0 like 1, as if it switched the filter off. The smaller the temperature, the more goes to the best; at 0, everything.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature == 0:
        temperature = 1.0
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

"""Every share below a threshold dropped

You drop tokens whose own share is below 1 - p, or keep those above some bar. The nucleus is about the sum from the top, not about single shares.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    scaled = (logits - np.max(logits)) / temperature
    weights = np.exp(scaled)
    if k is not None:
        weights[scaled < np.sort(scaled)[-min(k, len(scaled))]] = 0
    weights = weights / weights.sum()
    order = np.argsort(-weights, kind="stable")
    before = np.cumsum(weights[order]) - weights[order]
    if p < 1:
        weights[(weights < 1 - p) & (weights < weights.max())] = 0
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

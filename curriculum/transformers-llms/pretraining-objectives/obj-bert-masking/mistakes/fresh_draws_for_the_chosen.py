"""Draws only for the chosen ones

You draw the second and third number for the chosen places only. The generator then stands elsewhere, and the result depends on what was chosen
before; each draw covers the whole shape.
"""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = np.array([t for t in range(vocabulary) if t not in special])
    u = rng.random(tokens.shape)
    chosen = (u < probability) & ~np.isin(tokens, special)
    v, w = np.ones(tokens.shape), tokens.copy()
    v[chosen] = rng.random(int(chosen.sum()))
    w[chosen] = ordinary[rng.integers(0, len(ordinary), size=int(chosen.sum()))]
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

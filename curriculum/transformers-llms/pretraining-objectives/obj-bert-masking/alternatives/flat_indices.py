"""Flat indices with np.put and rng.choice; scipy's logsumexp."""

import numpy as np
from scipy.special import logsumexp


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    keep = np.ones(vocabulary, dtype=bool)
    keep[np.asarray(special, dtype=int)] = False
    choice, fate = rng.random(tokens.shape).ravel(), rng.random(tokens.shape).ravel()
    words = rng.choice(np.flatnonzero(keep), size=tokens.shape).ravel()
    flat = tokens.ravel().astype(np.int32)
    at = np.flatnonzero((choice < probability) & keep[flat])
    labels = np.full(flat.size, -100, dtype=np.int32)
    np.put(labels, at, flat[at])
    hidden, swapped = at[fate[at] < 0.8], at[(fate[at] >= 0.8) & (fate[at] < 0.9)]
    np.put(flat, hidden, mask_id)
    np.put(flat, swapped, words[swapped])
    return flat.reshape(tokens.shape), labels.reshape(tokens.shape)


def mlm_loss(logits, labels):
    r, c = np.nonzero(labels + 100)
    if r.size == 0:
        return 0
    chosen = logits[r, c]
    return np.average(logsumexp(chosen, axis=1) - chosen[np.arange(r.size), labels[r, c]])

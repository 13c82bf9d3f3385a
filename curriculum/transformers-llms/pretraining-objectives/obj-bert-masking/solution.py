"""BERT's corruption, and the loss over what was chosen."""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    """Inputs with hidden tokens, labels where something was chosen."""
    ordinary = np.setdiff1d(np.arange(vocabulary), special)
    choice, fate = rng.random(tokens.shape), rng.random(tokens.shape)
    substitutes = ordinary[rng.integers(0, len(ordinary), size=tokens.shape)]
    chosen = (choice < probability) & ~np.isin(tokens, special)
    seen = np.choose(np.digitize(fate, [0.8, 0.9]), [mask_id, substitutes, tokens])
    return np.where(chosen, seen, tokens), np.where(chosen, tokens, -100)


def mlm_loss(logits, labels):
    """Cross-entropy by log-sum-exp, averaged over the labelled places."""
    asked = labels != -100
    rows = logits[asked]
    if not len(rows):
        return 0.0
    rows = rows - rows.max(axis=1, keepdims=True)
    right = rows[np.arange(len(rows)), labels[asked]]
    return float(np.mean(np.log(np.exp(rows).sum(axis=1)) - right))

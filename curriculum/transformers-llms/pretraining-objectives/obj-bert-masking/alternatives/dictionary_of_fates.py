"""A helper that says what becomes of one token, vectorised; log-add-exp for the loss."""

import numpy as np


def _fate(token, chosen, number, word, mask_id):
    if not chosen or number >= 0.9:
        return token
    return mask_id if number < 0.8 else word


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    is_special = np.vectorize(lambda t: t in special, otypes=[bool])
    ordinary = np.array([t for t in range(vocabulary) if not t in special])
    a = rng.random(tokens.shape)
    b = rng.random(tokens.shape)
    c = rng.integers(len(ordinary), size=tokens.shape)
    chosen = (a < probability) * ~is_special(tokens)
    inputs = np.vectorize(_fate, otypes=[np.int64])(tokens, chosen, b, ordinary[c], mask_id)
    labels = tokens * chosen - 100 * (1 - chosen)
    return inputs, labels


def mlm_loss(logits, labels):
    picked = [(np.logaddexp.reduce(x), x[k]) for x, k in zip(logits.reshape(-1, logits.shape[-1]), labels.ravel()) if k >= 0]
    return sum(all_ - one for all_, one in picked) / max(len(picked), 1)

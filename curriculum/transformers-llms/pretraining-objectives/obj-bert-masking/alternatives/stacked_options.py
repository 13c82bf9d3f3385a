"""Options stacked and picked by a digit; the loss over all places, weighted."""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = np.delete(np.arange(vocabulary), list(special))
    first, second, third = rng.random(tokens.shape), rng.random(tokens.shape), rng.integers(0, ordinary.size, tokens.shape)
    forbidden = np.zeros(tokens.shape, dtype=bool)
    for s in special:
        forbidden |= tokens == s
    chosen = np.logical_and(np.less(first, probability), np.logical_not(forbidden))
    kind = np.digitize(second, [0.8, 0.9])
    options = np.stack([np.full_like(tokens, mask_id), ordinary[third], tokens])
    seen = np.take_along_axis(options, kind[None], axis=0)[0]
    out = tokens.copy()
    np.copyto(out, seen, where=chosen)
    return out, np.ma.array(tokens, mask=~chosen).filled(-100)


def mlm_loss(logits, labels):
    if (labels == -100).all():
        return 0.0
    shifted = np.where((labels != -100)[..., None], logits, 0.0).reshape(-1, logits.shape[-1])
    wanted = labels.reshape(-1)
    top = shifted.max(axis=1)
    every = top + np.log(np.exp(shifted - top[:, None]).sum(axis=1)) - shifted[np.arange(len(wanted)), np.maximum(wanted, 0)]
    return every @ (wanted >= 0) / np.count_nonzero(wanted >= 0)

"""A mask for each filter, multiplied"""

import numpy as np


def _normal(w):
    return w / np.sum(w)


def shares(logits, temperature=1.0, k=None, p=1.0):
    logits = np.array(logits, dtype=float)
    if not temperature:
        return np.bincount([logits.argmax()], minlength=logits.size).astype(float)
    weights = _normal(np.exp((logits - logits.max()) / temperature))
    if k:
        weights = _normal(weights * np.array([(logits > v).sum() < k for v in logits]))
    if p != 1:
        mask = np.zeros(logits.size)
        order = np.argsort(weights[::-1], kind="stable")[::-1]
        order = logits.size - 1 - order
        for i in order:
            mask[i] = 1
            if (weights * mask).sum() >= p:
                break
        weights = _normal(weights * mask)
    return weights


def sample(logits, temperature, k, p, rng):
    return rng.multinomial(1, shares(logits, temperature, k, p)).argmax()

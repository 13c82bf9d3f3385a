"""Minus infinity at every filter, softmax at the end"""

import numpy as np
from scipy.special import softmax


def shares(logits, temperature=1.0, k=None, p=1.0):
    x = np.array(logits, dtype=np.float64)
    n = x.size
    if temperature == 0:
        out = np.zeros(n)
        out[int(x.argmax())] = 1.0
        return out
    x = x / temperature
    if k is not None:
        bar = np.partition(x, n - min(k, n))[n - min(k, n)]
        x = np.where(x < bar, -np.inf, x)
    if p < 1:
        soft = softmax(x)
        order = sorted(range(n), key=lambda i: (-soft[i], i))
        total, last = 0.0, 0
        for place, i in enumerate(order):
            total += soft[i]
            last = place
            if total >= p:
                break
        x[order[last + 1:]] = -np.inf
    return softmax(x)


def sample(logits, temperature, k, p, rng):
    cumulated = np.cumsum(shares(logits, temperature, k, p))
    return int(np.searchsorted(cumulated, rng.random() * cumulated[-1], side="right"))

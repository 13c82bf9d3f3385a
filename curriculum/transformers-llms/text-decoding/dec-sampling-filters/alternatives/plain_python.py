"""Lists and loops"""

import math


def shares(logits, temperature=1.0, k=None, p=1.0):
    values = [float(v) for v in logits]
    top = max(values)
    if temperature == 0:
        first = values.index(top)
        return [1.0 if i == first else 0.0 for i in range(len(values))]
    weights = [math.exp((v - top) / temperature) for v in values]
    if k is not None and k <= len(values):
        bar = sorted(values, reverse=True)[k - 1]
        weights = [w if v >= bar else 0.0 for v, w in zip(values, weights)]
    whole = math.fsum(weights)
    if p < 1.0:
        kept, total = set(), 0.0
        for i in sorted(range(len(values)), key=lambda i: -weights[i]):
            if total >= p * whole:
                break
            kept.add(i)
            total += weights[i]
        weights = [w if i in kept else 0.0 for i, w in enumerate(weights)]
        whole = math.fsum(weights)
    return [w / whole for w in weights]


def sample(logits, temperature, k, p, rng):
    left = rng.random()
    found = shares(logits, temperature, k, p)
    for i, s in enumerate(found):
        left -= s
        if left < 0:
            return i
    return max(range(len(found)), key=found.__getitem__)

"""Place by place with plain loops; the loss through scipy."""

import numpy as np
from scipy.special import log_softmax


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    ordinary = [t for t in range(vocabulary) if t not in set(special)]
    first, second = rng.random(tokens.shape), rng.random(tokens.shape)
    third = rng.integers(0, len(ordinary), size=tokens.shape)
    inputs, labels = tokens.tolist(), [[-100] * tokens.shape[1] for _ in tokens]
    for r, row in enumerate(tokens.tolist()):
        for c, token in enumerate(row):
            if token in special or first[r, c] >= probability:
                continue
            labels[r][c] = token
            if second[r, c] < 0.8:
                inputs[r][c] = mask_id
            elif second[r, c] < 0.9:
                inputs[r][c] = ordinary[third[r, c]]
    return np.array(inputs).reshape(tokens.shape), np.array(labels).reshape(tokens.shape)


def mlm_loss(logits, labels):
    losses = [-log_softmax(x)[k] for row, ks in zip(logits, labels) for x, k in zip(row, ks) if k != -100]
    return float(sum(losses) / len(losses)) if losses else 0.0

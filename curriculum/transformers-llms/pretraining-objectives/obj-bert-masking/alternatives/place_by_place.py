"""Plain loops, lists out."""

import math


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    spared = set(special)
    ordinary = sorted(set(range(vocabulary)) - spared)
    choice = rng.random(tokens.shape)
    fate = rng.random(tokens.shape)
    index = rng.integers(0, len(ordinary), size=tokens.shape)
    inputs, labels = tokens * 1, tokens * 0 - 100
    for r in range(tokens.shape[0]):
        for c in range(tokens.shape[1]):
            token = int(tokens[r, c])
            if choice[r, c] < probability and token not in spared:
                labels[r, c] = token
                if fate[r, c] < 0.8:
                    inputs[r, c] = mask_id
                elif fate[r, c] < 0.9:
                    inputs[r, c] = ordinary[index[r, c]]
    return [inputs, labels]


def mlm_loss(logits, labels):
    total, n = 0.0, 0
    for row, wanted in zip(logits.tolist(), labels.tolist()):
        for scores, k in zip(row, wanted):
            if k == -100:
                continue
            top = max(scores)
            total += top + math.log(math.fsum(math.exp(s - top) for s in scores)) - scores[k]
            n += 1
    return total / n if n else 0.0

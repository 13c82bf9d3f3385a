"""Rounds by recursion"""

import numpy as np


def greedy(step, end, longest, so_far=()):
    if len(so_far) == longest or (so_far and so_far[-1] == end):
        return list(so_far)
    return greedy(step, end, longest, (*so_far, int(np.flatnonzero(step(list(so_far)) == np.max(step(list(so_far))))[0])))


def _round(step, end, left, width, texts):
    if not texts or left == 0:
        return texts
    grown = {}
    for key, total in texts.items():
        for token, log in enumerate(step(list(key))):
            grown[key + (token,)] = total + log
    kept = dict(sorted(grown.items(), key=lambda item: (-item[1], item[0]))[:width])
    done = {k: v for k, v in kept.items() if k[-1] == end}
    return done | _round(step, end, left - 1, width, {k: v for k, v in kept.items() if k not in done})


def beam(step, end, longest, width, alpha):
    pile = _round(step, end, longest, width, {(): 0.0})
    scores = {k: v / len(k) ** alpha for k, v in pile.items()}
    tokens = sorted(scores, key=lambda k: (-scores[k], k))[0]
    return list(tokens), float(scores[tokens])

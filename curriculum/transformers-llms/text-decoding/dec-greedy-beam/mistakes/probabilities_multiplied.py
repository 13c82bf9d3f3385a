"""Probabilities multiplied

You multiply probabilities. In short texts that gives the same order. After a few hundred factors the product is smaller than any float, all texts are equally 0, and the
score is lost.
"""

import numpy as np


def greedy(step, end, longest):
    tokens = []
    while len(tokens) < longest and end not in tokens:
        tokens.append(int(np.argmax(step(tokens))))
    return tokens


def beam(step, end, longest, width, alpha):
    beams, pile = [(-1.0, [])], []
    for _ in range(longest):
        grown = [(cost * np.exp(log), tokens + [token]) for cost, tokens in beams for token, log in enumerate(step(tokens))]
        kept = sorted(grown)[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    texts = [(-np.log(-cost) if cost else np.inf, tokens) for cost, tokens in pile + beams]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in texts)
    return tokens, -float(best)

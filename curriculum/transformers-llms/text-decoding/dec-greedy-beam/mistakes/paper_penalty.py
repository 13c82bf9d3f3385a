"""The penalty of another paper

You divide by ((5 + length) / 6) to the power alpha, a penalty that one translation system made known. There are several; the task fixes the plain length.
"""

import numpy as np


def greedy(step, end, longest):
    tokens = []
    while len(tokens) < longest and end not in tokens:
        tokens.append(int(np.argmax(step(tokens))))
    return tokens


def beam(step, end, longest, width, alpha):
    beams, pile = [(0.0, [])], []
    for _ in range(longest):
        grown = [(cost - log, tokens + [token]) for cost, tokens in beams for token, log in enumerate(step(tokens))]
        kept = sorted(grown)[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / ((5 + len(tokens)) / 6) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

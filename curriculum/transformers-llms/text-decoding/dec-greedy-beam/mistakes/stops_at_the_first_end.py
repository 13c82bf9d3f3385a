"""Stops at the first finished text

You stop as soon as one text is finished. Longer ones that are still open may score better, above all with a penalty.
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
        if pile:
            beams = []
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

"""Greedy drops the end token

Your greedy search stops in the right place and leaves the end token out. It is a token of the text: without it a finished text and one that was cut off look the same.
"""

import numpy as np


def greedy(step, end, longest):
    tokens = []
    while len(tokens) < longest and end not in tokens:
        tokens.append(int(np.argmax(step(tokens))))
    return [t for t in tokens if t != end]


def beam(step, end, longest, width, alpha):
    beams, pile = [(0.0, [])], []
    for _ in range(longest):
        grown = [(cost - log, tokens + [token]) for cost, tokens in beams for token, log in enumerate(step(tokens))]
        kept = sorted(grown)[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

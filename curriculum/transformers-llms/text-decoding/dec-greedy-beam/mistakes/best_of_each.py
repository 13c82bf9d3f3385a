"""The best extensions of each text

You keep the best extensions of every open text by itself, so the number of open texts multiplies in each round. The places are for all extensions together.
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
        kept = []
        for cost, tokens in beams[:8]:
            kept += sorted((cost - log, tokens + [token]) for token, log in enumerate(step(tokens)))[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

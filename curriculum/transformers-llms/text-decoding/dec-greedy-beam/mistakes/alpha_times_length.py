"""Divided by alpha times the length

You divide by alpha times the length. The exponent is what turns the penalty off at 0 and into a mean at 1; as a factor it changes every score alike.
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
    best, tokens = min((cost / (alpha * len(tokens) if alpha else 1), tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

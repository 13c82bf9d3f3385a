"""One token short

You stop one token before the limit. A text may have as many tokens as the limit says.
"""

import numpy as np


def greedy(step, end, longest):
    tokens = []
    while len(tokens) < max(1, longest - 1) and end not in tokens:
        tokens.append(int(np.argmax(step(tokens))))
    return tokens


def beam(step, end, longest, width, alpha):
    beams, pile = [(0.0, [])], []
    for _ in range(max(1, longest - 1)):
        grown = [(cost - log, tokens + [token]) for cost, tokens in beams for token, log in enumerate(step(tokens))]
        kept = sorted(grown)[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

"""Finished texts keep a place in the beam

You leave finished texts in the beam, where they take places from those that are still open. Your beam gets narrower with each of them. They belong on a pile, out of the
way.
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
        kept = sorted(grown)[:max(0, width - len(pile))]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

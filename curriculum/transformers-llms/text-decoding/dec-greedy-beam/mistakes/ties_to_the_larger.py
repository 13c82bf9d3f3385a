"""Of equals the larger

Where two are equal you take the one with the larger numbers. The task says which of them it is, so that there is one right answer.
"""

import numpy as np


def greedy(step, end, longest):
    tokens = []
    while len(tokens) < longest and end not in tokens:
        logs = step(tokens)
        tokens.append(int(len(logs) - 1 - np.argmax(logs[::-1])))
    return tokens


def beam(step, end, longest, width, alpha):
    beams, pile = [(0.0, [])], []
    for _ in range(longest):
        grown = [(cost - log, tokens + [token]) for cost, tokens in beams for token, log in enumerate(step(tokens))]
        kept = sorted(grown, key=lambda t: (t[0], [-n for n in t[1]]))[:width]
        pile += [text for text in kept if text[1][-1] == end]
        beams = [text for text in kept if text[1][-1] != end]
    best, tokens = min((cost / len(tokens) ** alpha, tokens) for cost, tokens in pile + beams)
    return tokens, -float(best)

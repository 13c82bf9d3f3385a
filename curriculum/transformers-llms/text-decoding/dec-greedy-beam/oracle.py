"""All texts one by one where there are few of them, else rounds over a dictionary, best picked by repeated search."""

import itertools
import math


def greedy(step, end, longest):
    tokens = []
    for _ in range(longest):
        logs = [float(v) for v in step(tokens)]
        tokens = tokens + [logs.index(max(logs))]
        if tokens[-1] == end:
            break
    return tokens


def _best(texts):
    return min(texts, key=lambda t: (-texts[t], t))


def beam(step, end, longest, width, alpha):
    words = len(step([]))
    if words**longest <= width * 3:
        pile = _all(step, end, longest, words)
    else:
        pile = _rounds(step, end, longest, width)
    scores = {t: s / math.pow(len(t), alpha) for t, s in pile.items()}
    return list(_best(scores)), scores[_best(scores)]


def _all(step, end, longest, words):
    known, pile = {}, {}
    for text in itertools.product(range(words), repeat=longest):
        cut = text[: text.index(end) + 1] if end in text else text
        if cut not in pile:
            total = 0.0
            for i, token in enumerate(cut):
                if cut[:i] not in known:
                    known[cut[:i]] = step(list(cut[:i]))
                total += float(known[cut[:i]][token])
            pile[cut] = total
    return pile


def _rounds(step, end, longest, width):
    live, pile = {(): 0.0}, {}
    for _ in range(longest):
        grown = {}
        for text, total in live.items():
            for token, log in enumerate(step(list(text))):
                grown[(*text, token)] = total + float(log)
        live = {}
        for _ in range(min(width, len(grown))):
            text = _best(grown)
            (pile if text[-1] == end else live)[text] = grown.pop(text)
    return pile | live

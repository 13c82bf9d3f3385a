"""Byte-pair encoding, learned from the counted words of a text."""

from collections import Counter


def train_bpe(text, merges):
    """The most frequent pair of neighbouring parts, again and again."""
    counted = Counter(text.split())
    words = {word: list(word) for word in counted}
    learned = []
    while len(learned) < merges:
        counts = Counter()
        for word, parts in words.items():
            for pair in _replaceable(parts):
                counts[pair] += counted[word]
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
        if counts[best] < 2:
            break
        learned.append(best)
        words = {word: _merged(parts, best) for word, parts in words.items()}
    return learned


def _replaceable(parts):
    """The pairs of a word, each as often as it could be replaced from the left."""
    taken = {}
    for i, pair in enumerate(zip(parts, parts[1:])):
        if taken.get(pair) != i - 1:
            taken[pair] = i
            yield pair


def _merged(parts, pair):
    merged = []
    for part in parts:
        if merged and (merged[-1], part) == pair:
            merged[-1] += part
        else:
            merged.append(part)
    return merged

"""Generators from seeds, and sonnets as numbers (data/LICENSE)."""

import numpy as np

import answer


def masked(tokens, special, mask_id, vocabulary, seed, probability=None):
    """Inputs and labels with a fresh generator of this seed."""
    more = {} if probability is None else {"probability": probability}
    inputs, labels = answer.mask_tokens(tokens, special, mask_id, vocabulary, np.random.default_rng(seed), **more)
    return {"inputs": inputs, "labels": labels}


def sonnets(numbers, seed):
    """One row a sonnet: 0 start, 1 separator, 2 padding, 3 mask, words from 4 in alphabetical order."""
    with open("data/sonnets.txt", encoding="utf-8") as file:
        texts = [part.split() for part in file.read().strip().split("\n\n")]
    ids = {word: i for i, word in enumerate(sorted({w for text in texts for w in text}), 4)}
    rows = [[0, *(ids[w] for w in texts[n]), 1] for n in numbers]
    longest = max(map(len, rows))
    tokens = np.array([row + [2] * (longest - len(row)) for row in rows])
    return {"tokens": tokens.copy(), **masked(tokens, [0, 1, 2, 3], 3, 4 + len(ids), seed)}

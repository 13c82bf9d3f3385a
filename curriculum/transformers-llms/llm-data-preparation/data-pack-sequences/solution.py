"""One stream of tokens and document numbers, cut into rows."""

import numpy as np


def pack(documents, length, separator, padding):
    """Tokens, document numbers, positions in the row and labels, each (rows, length)."""
    tokens, owner = [], []
    for number, document in enumerate(documents):
        if len(document):
            tokens += [*document, separator]
            owner += [number] * (len(document) + 1)
    labels = [new if a == b else -100 for new, a, b in zip(tokens[1:], owner, owner[1:])]
    tokens, owner, labels = (_rows(one, fill, -(-len(tokens) // length), length) for one, fill in ((tokens, padding), (owner, -1), (labels, -100)))
    earlier = attention_mask(owner).sum(axis=2)  # of its own document in the row, itself included
    return {"tokens": tokens, "document": owner, "positions": earlier - 1, "labels": labels}


def attention_mask(document):
    """Causal inside each document; padding sees itself."""
    document = np.asarray(document)
    same = (document[:, :, None] == document[:, None, :]) & (document[:, :, None] >= 0)
    return np.tril(same) | np.eye(document.shape[1], dtype=bool)


def _rows(values, fill, rows, length):
    whole = np.full(rows * length, fill)
    whole[: len(values)] = values
    return whole.reshape(rows, length)

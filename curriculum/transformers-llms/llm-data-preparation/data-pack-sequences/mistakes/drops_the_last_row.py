"""Drops the last incomplete row

You keep full rows only, as some loaders do. The rest of the stream is lost; here the last row is filled up with padding.
"""

import numpy as np


def pack(documents, length, separator, padding):
    stream, owner, labels = [], [], []
    for d, words in enumerate(documents):
        if len(words) == 0:
            continue
        stream += list(words) + [separator]
        owner += [d] * (len(words) + 1)
        labels += list(words[1:]) + [separator, -100]
    short = -len(stream) % length
    tokens = np.array(stream + [padding] * short, dtype=int).reshape(-1, length)
    document = np.array(owner + [-1] * short, dtype=int).reshape(-1, length)
    labels = np.array(labels + [-100] * short, dtype=int).reshape(-1, length)
    positions = np.zeros_like(document)
    for r in range(document.shape[0]):
        for i in range(1, length):
            if document[r, i] == document[r, i - 1] != -1:
                positions[r, i] = positions[r, i - 1] + 1
    full = len(stream) // length
    tokens, document, positions, labels = tokens[:full], document[:full], positions[:full], labels[:full]
    return {"tokens": tokens, "document": document, "positions": positions, "labels": labels}


def attention_mask(document):
    document = np.asarray(document)
    n = document.shape[1]
    same = (document[:, :, None] == document[:, None, :]) & (document >= 0)[:, :, None]
    return (same & np.tri(n, dtype=bool)) | np.eye(n, dtype=bool)

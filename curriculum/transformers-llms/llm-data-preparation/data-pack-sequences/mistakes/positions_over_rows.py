"""Positions go on in the next row

You count positions through the whole document, across rows. What stands in the row before cannot be seen any more, so the count begins anew with the
row.
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
    positions = np.array([i for words in documents if len(words) for i in range(len(words) + 1)] + [0] * short, dtype=int).reshape(-1, length)
    return {"tokens": tokens, "document": document, "positions": positions, "labels": labels}


def attention_mask(document):
    document = np.asarray(document)
    n = document.shape[1]
    same = (document[:, :, None] == document[:, None, :]) & (document >= 0)[:, :, None]
    return (same & np.tri(n, dtype=bool)) | np.eye(n, dtype=bool)

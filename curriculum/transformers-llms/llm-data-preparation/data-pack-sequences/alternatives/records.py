"""A structured array of places, chunked at the end; 32 bits."""

from itertools import chain, groupby

import numpy as np


def pack(documents, length, separator, padding):
    def places(d, words):
        words = list(words) + [separator]
        return [(w, d, nxt) for w, nxt in zip(words, words[1:] + [-100])]

    stream = list(chain.from_iterable(places(d, w) for d, w in enumerate(documents) if len(w) > 0))
    rows = [stream[i : i + length] for i in range(0, len(stream), length)]
    if rows:
        rows[-1] = rows[-1] + [(padding, -1, -100)] * (length - len(rows[-1]))
    table = np.array(rows, dtype=np.int32).reshape(len(rows), length, 3)
    positions = [[i if d >= 0 else 0 for d, run in groupby(row[:, 1].tolist()) for i, _ in enumerate(run)] for row in table]
    return {"labels": table[..., 2], "positions": np.array(positions, np.int32).reshape(len(rows), length), "document": table[..., 1], "tokens": table[..., 0]}


def attention_mask(document):
    document = np.array(document)
    alone = document.copy()
    rows, columns = np.nonzero(document == -1)
    alone[rows, columns] = -1 - columns
    later = np.triu(np.ones((document.shape[1],) * 2), k=1).astype(bool)
    mask = alone[:, :, np.newaxis] == alone[:, np.newaxis, :]
    mask[:, later] = False
    return mask

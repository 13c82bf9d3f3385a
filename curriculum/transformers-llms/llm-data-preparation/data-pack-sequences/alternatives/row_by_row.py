"""Each row is cut from the stream by its place, with the borders found by bisection."""

import bisect

import numpy as np


def pack(documents, length, separator, padding):
    starts, stream, names = [], [], []
    for d, words in enumerate(documents):
        if not list(words):
            continue
        starts.append(len(stream))
        names.append(d)
        stream.extend(words)
        stream.append(separator)
    total = len(stream)

    def at(p):
        if p >= total:
            return padding, -1, 0, -100
        k = bisect.bisect_right(starts, p) - 1
        end = starts[k + 1] if k + 1 < len(starts) else total
        begin = max(starts[k], p - p % length)
        return stream[p], names[k], p - begin, stream[p + 1] if p + 1 < end else -100

    rows = (total + length - 1) // length
    table = [[at(r * length + c) for c in range(length)] for r in range(rows)]
    if not rows:
        return dict.fromkeys(("tokens", "document", "positions", "labels"), np.empty((0, length), dtype=int))
    return {name: [[place[i] for place in row] for row in table] for i, name in enumerate(("tokens", "document", "positions", "labels"))}


def attention_mask(document):
    document = np.asarray(document)
    if not len(document):
        return np.zeros((0, document.shape[1], document.shape[1]), dtype=bool)
    masks = []
    for row in document:
        seen = np.equal.outer(row, row)
        seen[row == -1] = False
        masks.append(np.tril(seen) + np.identity(len(row), dtype=bool))
    return np.stack(masks)

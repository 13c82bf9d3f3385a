"""np.repeat and np.concatenate; labels from a shifted stream; positions by a running maximum."""

import numpy as np


def pack(documents, length, separator, padding):
    sizes = np.array([len(d) + 1 if len(d) else 0 for d in documents], dtype=int)
    parts = [np.append(np.asarray(d, dtype=int), separator) for d in documents if len(d)]
    n = int(sizes.sum())
    rows = int(np.ceil(n / length))
    tokens = np.full(rows * length, padding)
    owner = np.full(rows * length, -1)
    if n:
        tokens[:n] = np.concatenate(parts)
        owner[:n] = np.repeat(np.arange(len(sizes)), sizes)
    labels = np.full(rows * length, -100)
    goes_on = np.flatnonzero((owner[:-1] == owner[1:]) & (owner[:-1] >= 0))
    labels[goes_on] = tokens[goes_on + 1]
    at = np.arange(rows * length)
    begins = (at % length == 0) | (owner != np.roll(owner, 1))
    positions = np.where(owner >= 0, at - np.maximum.accumulate(np.where(begins, at, 0)), 0) if n else at
    return {k: v.reshape(rows, length) for k, v in dict(tokens=tokens, document=owner, positions=positions, labels=labels).items()}


def attention_mask(document):
    d = np.asarray(document, dtype=float)
    d = np.where(d < 0, np.nan, d)
    i = np.arange(d.shape[-1])
    return np.logical_or(np.equal(d[..., None], d[..., None, :]) & (i[:, None] >= i), i[:, None] == i)

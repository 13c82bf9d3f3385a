"""A small writer that fills one place after the other."""

import numpy as np


class _Writer:
    def __init__(self, length, padding):
        self.length, self.padding, self.at = length, padding, 0
        self.rows = {"tokens": [], "document": [], "positions": [], "labels": []}
        self.last = None

    def put(self, token, document, label):
        if self.at % self.length == 0:
            for name, fill in (("tokens", self.padding), ("document", -1), ("positions", 0), ("labels", -100)):
                self.rows[name].append([fill] * self.length)
            self.last = None
        column = self.at % self.length
        self.position = self.position + 1 if document == self.last else 0
        self.last = document
        for name, value in (("tokens", token), ("document", document), ("positions", self.position), ("labels", label)):
            self.rows[name][-1][column] = value
        self.at += 1


def pack(documents, length, separator, padding):
    writer = _Writer(length, padding)
    for d, words in enumerate(documents):
        full = [*words, separator] if words else []
        for i, word in enumerate(full):
            writer.put(word, d, full[i + 1] if word is not None and i + 1 < len(full) else -100)
    return {k: np.array(v, dtype=np.int64).reshape(len(v), length) for k, v in writer.rows.items()}


def attention_mask(document):
    rows, n = np.shape(document)
    mask = np.zeros((rows, n, n), dtype=bool)
    for r in range(rows):
        for i in range(n):
            mask[r, i, i] = True
            j = i - 1
            while document[r][i] != -1 and j >= 0 and document[r][j] == document[r][i]:
                mask[r, i, j] = True
                j -= 1
    return mask

"""Token by token into the rows; labels looked up in the documents themselves."""


def pack(documents, length, separator, padding):
    places = []  # (token, document, place in the document, label)
    for d, words in enumerate(documents):
        words = list(words)
        for i, w in enumerate(words):
            places.append((w, d, words[i + 1] if i + 1 < len(words) else separator))
        if words:
            places.append((separator, d, -100))
    out = {"tokens": [], "document": [], "positions": [], "labels": []}
    while places:
        row, places = places[:length], places[length:]
        row = row + [(padding, -1, -100)] * (length - len(row))
        out["tokens"].append([p[0] for p in row])
        out["document"].append([p[1] for p in row])
        out["labels"].append([p[2] for p in row])
        counted = {}
        positions = []
        for _, d, _ in row:
            positions.append(0 if d < 0 else counted.get(d, 0))
            counted[d] = counted.get(d, 0) + 1
        out["positions"].append(positions)
    if not out["tokens"]:
        import numpy as np

        return {k: np.zeros((0, length), int) for k in out}
    return out


def attention_mask(document):
    document = [list(row) for row in document]
    return [[[j == i or (j < i and row[j] == row[i] != -1) for j in range(len(row))] for i in range(len(row))] for row in document]

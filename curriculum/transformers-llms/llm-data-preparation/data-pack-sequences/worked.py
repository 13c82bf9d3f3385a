"""The figures of the lesson, computed with the solution."""

from answer import attention_mask, pack


def worked():
    """Three documents in rows of four."""
    documents = [[5, 6, 7], [8], [9, 10, 11, 12]]
    packed = pack(documents, 4, 1, 0)
    seen = attention_mask(packed["document"])[1]
    if ["".join(".x"[int(v)] for v in row) for row in seen] != ["x...", "xx..", "..x.", "..xx"]:
        raise ValueError("row 1 sees other tokens")
    if [packed[name].tolist() for name in ("document", "positions")] != [
        [[0, 0, 0, 0], [1, 1, 2, 2], [2, 2, 2, -1]],
        [[0, 1, 2, 3], [0, 1, 0, 1], [0, 1, 2, 0]],
    ]:
        raise ValueError("the table of the text is another")
    if packed["labels"].tolist() != [[6, 7, 1, -100], [1, -100, 10, 11], [12, 1, -100, -100]]:
        raise ValueError("the labels of the text are others")
    return [packed, sum(map(len, documents)), int((packed["labels"] != -100).sum()), packed["tokens"].shape[1]]

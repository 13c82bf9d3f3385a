"""NumPy arrays of token numbers; returned as a list of NumPy integers."""

import numpy as np

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    return [tuple(np.array([ord(c) for c in part], dtype=np.uint8).tobytes() for part in pair) for pair in train_bpe(bytes(text, "utf-8").decode("iso8859-1"), count)]


def _merge(ids, a, b, new):
    hits = np.flatnonzero((ids[:-1] == a) & (ids[1:] == b))
    if a == b:
        kept = []
        for h in hits:
            if not kept or h > kept[-1] + 1:
                kept.append(h)
        hits = np.array(kept, dtype=int)
    ids = ids.copy()
    ids[hits] = new
    return np.delete(ids, hits + 1)


def _encode(text, merges):
    ids = np.frombuffer(text.encode(), dtype=np.uint8).astype(np.int64)
    numbers = {bytes([i]): i for i in range(256)}
    for i, (a, b) in enumerate(merges):
        if len(ids) > 1:
            ids = _merge(ids, numbers[a], numbers[b], 256 + i)
        numbers[a + b] = 256 + i
    return list(ids)


def encode(text, merges, special=(), trusted=False):
    result, begin, i = [], 0, 0
    order = sorted(range(len(special)), key=lambda s: -len(special[s])) if trusted else []
    while i < len(text):
        s = next((s for s in order if text[i : i + len(special[s])] == special[s]), None)
        if s is None:
            i += 1
            continue
        result += _encode(text[begin:i], merges) + [256 + len(merges) + s]
        i += len(special[s])
        begin = i
    return result + _encode(text[begin:], merges)


def decode(ids, merges, special=()):
    total = 256 + len(merges) + len(special)
    if len(ids) and (min(ids) < 0 or max(ids) >= total):
        raise ValueError("out of range")
    pieces = [bytes([i]) for i in range(256)]
    pieces.extend(a + b for a, b in merges)
    pieces.extend(s.encode() for s in special)
    return b"".join(pieces[i] for i in ids).decode("utf-8", "replace")

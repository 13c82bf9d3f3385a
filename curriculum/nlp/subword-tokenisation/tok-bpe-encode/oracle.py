"""Merges one place at a time by a heap-free search for the lowest rank; bytes counted afresh; an incremental decoder."""

import codecs


def byte_merges(text, count):
    words = [[bytes([b]) for b in w.encode("latin-1")] for w in text.encode("utf-8").decode("latin-1").split()]
    found = []
    while len(found) < count:
        tally = {}
        for w in words:
            i, last = 0, {}
            for i in range(len(w) - 1):
                pair = (w[i], w[i + 1])
                if last.get(pair, -2) != i - 1:
                    tally[pair] = tally.get(pair, 0) + 1
                    last[pair] = i
        if not tally or max(tally.values()) < 2:
            break
        top = max(tally.values())
        best = sorted(p for p in tally if tally[p] == top)[0]
        found.append(best)
        for w in words:
            i = 0
            while i < len(w) - 1:
                if (w[i], w[i + 1]) == best:
                    w[i : i + 2] = [w[i] + w[i + 1]]
                i += 1
    return found


def _ids(data, rank):
    ids = list(data)
    while True:
        best = min((rank[p], i) for i, p in enumerate(zip(ids, ids[1:])) if p in rank) if any(p in rank for p in zip(ids, ids[1:])) else None
        if best is None:
            return ids
        ids[best[1] : best[1] + 2] = [256 + best[0]]


def encode(text, merges, special=(), trusted=False):
    number = {bytes([b]): b for b in range(256)}
    rank = {}
    for i, (a, b) in enumerate(merges):
        rank[number[a], number[b]] = i
        number[a + b] = 256 + i
    ids, run, i = [], "", 0
    while i < len(text):
        here = [s for s in special if trusted and text.startswith(s, i)]
        if here:
            longest = max(here, key=len)
            ids += _ids(run.encode("utf-8"), rank) + [256 + len(merges) + list(special).index(longest)]
            run, i = "", i + len(longest)
        else:
            run, i = run + text[i], i + 1
    return ids + _ids(run.encode("utf-8"), rank)


def decode(ids, merges, special=()):
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = ""
    for i in ids:
        if i < 0 or i >= 256 + len(merges) + len(special):
            raise ValueError(i)
        if i < 256:
            piece = bytes([i])
        elif i < 256 + len(merges):
            piece = merges[i - 256][0] + merges[i - 256][1]
        else:
            piece = special[i - 256 - len(merges)].encode("utf-8")
        text += decoder.decode(piece)
    return text + decoder.decode(b"", True)

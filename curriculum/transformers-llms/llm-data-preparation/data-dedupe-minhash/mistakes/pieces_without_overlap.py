"""Cuts without overlap

You cut the text into pieces that do not overlap. One inserted word shifts every later cut, and two copies have no piece in common any more. A run
starts at each word.
"""

import zlib

PRIME = 4294967311


def shingles(text, k):
    words = text.lower().split()
    if not words:
        return set()
    if len(words) < k:
        return {" ".join(words)}
    return {" ".join(words[i : i + k]) for i in range(0, len(words) - k + 1, k)}


def signature(found, a, b):
    codes = [zlib.crc32(s.encode("utf-8")) for s in found]
    return [min(((p * x + q) % PRIME for x in codes), default=PRIME) for p, q in zip(a, b)]


def bands_for(n, threshold, recall=0.95):
    for bands in range(1, n + 1):
        if n % bands == 0 and 1 - (1 - threshold ** (n // bands)) ** bands >= recall:
            return bands
    raise ValueError("no number of bands will do")


def candidates(signatures, bands):
    pairs = set()
    for j, late in enumerate(signatures):
        rows = len(late) // bands
        for i, early in enumerate(signatures[:j]):
            for band in range(bands):
                part = slice(band * rows, (band + 1) * rows)
                if list(early[part]) == list(late[part]):
                    pairs.add((i, j))
    return sorted(pairs)


def jaccard(x, y):
    return len(x & y) / len(x | y) if x | y else 1.0


def deduplicate(texts, threshold, k, a, b):
    sets = [shingles(t, k) for t in texts]
    found = candidates([signature(s, a, b) for s in sets], bands_for(len(a), threshold))
    parent = list(range(len(texts)))

    def root(i):
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in found:
        if jaccard(sets[i], sets[j]) >= threshold:
            x, y = root(i), root(j)
            parent[max(x, y)] = min(x, y)
    return [i for i in range(len(texts)) if root(i) == i]

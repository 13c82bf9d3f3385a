"""Hashes whole documents

You take two texts for duplicates when they are equal as a whole, so one changed date makes a copy a new text. Nearly all copies of the real web
differ somewhere. Compare the sets of shingles: a single change breaks only a few of them.
"""

import zlib

PRIME = 4294967311


def shingles(text, k):
    words = text.lower().split()
    if not words:
        return set()
    if len(words) < k:
        return {" ".join(words)}
    return {" ".join(words[i : i + k]) for i in range(len(words) - k + 1)}


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
    seen = set()
    stay = []
    for i, t in enumerate(texts):
        key = zlib.crc32(" ".join(t.lower().split()).encode())
        if key not in seen:
            seen.add(key)
            stay.append(i)
    return stay

"""Rows first instead of bands, growing groups as lists of sets, recursion for the shingles."""

import math
import zlib

PRIME = 4294967311


def shingles(text, k):
    def runs(words):
        return {" ".join(words[:k])} | (runs(words[1:]) if len(words) > k else set())

    words = str.split(str.lower(text))
    return runs(words) if words else set()


def signature(found, a, b):
    result = [PRIME] * len(a)
    for s in found:
        x = zlib.crc32(bytes(s, "utf8"))
        for i in range(len(a)):
            h = (a[i] * x + b[i]) % PRIME
            if h < result[i]:
                result[i] = h
    return result


def bands_for(n, threshold, recall=0.95):
    for rows in reversed(range(1, n + 1)):
        if n % rows:
            continue
        missing = pow(1 - pow(threshold, rows), n // rows)
        if not missing > 1 - recall + 1e-12:
            return n // rows
    raise ValueError


def candidates(signatures, bands):
    out = []
    for i in range(len(signatures)):
        for j in range(i + 1, len(signatures)):
            same = [int(x == y) for x, y in zip(signatures[i], signatures[j])]
            r = len(same) // bands
            if any(math.prod(same[s : s + r]) for s in range(0, len(same), r)):
                out.append((i, j))
    return out


def deduplicate(texts, threshold, k, a, b):
    if not texts:
        return []
    sets = [shingles(t, k) for t in texts]
    groups = [{i} for i in range(len(texts))]
    for i, j in candidates([signature(sorted(s), a, b) for s in sets], bands_for(len(a), threshold)):
        both, either = sets[i].intersection(sets[j]), sets[i].union(sets[j])
        if len(both) >= threshold * len(either) - 1e-9:
            one = next(g for g in groups if i in g)
            two = next(g for g in groups if j in g)
            if one is not two:
                groups.remove(two)
                one |= two
    return sorted(min(g) for g in groups)

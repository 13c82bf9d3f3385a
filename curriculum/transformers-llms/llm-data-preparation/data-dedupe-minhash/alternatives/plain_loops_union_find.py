"""Plain Python, buckets in a dictionary, union-find with path halving."""

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
    result = []
    for band in range(bands):
        table = {}
        for i, numbers in enumerate(signatures):
            rows = len(numbers) // bands
            key = ",".join(str(int(v)) for v in numbers[band * rows : band * rows + rows])
            for other in table.setdefault(key, []):
                result.append([other, i])
            table[key].append(i)
    return [pair for n, pair in enumerate(sorted(result)) if n == 0 or pair != sorted(result)[n - 1]]


def deduplicate(texts, threshold, k, a, b):
    sets = [frozenset(shingles(t, k)) for t in texts]
    parent = [*range(len(texts))]

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in candidates([signature(s, a, b) for s in sets], bands_for(len(a), threshold)):
        shared = len(sets[i] & sets[j])
        if sets[i] == sets[j] or shared / (len(sets[i]) + len(sets[j]) - shared) >= threshold:
            parent[max(find(i), find(j))] = min(find(i), find(j))
    return tuple(i for i in range(len(texts)) if find(i) == i)

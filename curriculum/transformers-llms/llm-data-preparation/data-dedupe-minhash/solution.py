"""Near-duplicates: shingles, MinHash signatures, banded buckets, groups."""

import zlib
from collections import defaultdict
from itertools import combinations

import numpy as np

PRIME = 4294967311


def shingles(text, k):
    """The set of runs of k words."""
    words = text.lower().split()
    return {" ".join(words[i : i + k]) for i in range(max(1, len(words) - k + 1))} - {""}


def signature(found, a, b):
    """Per hash function the smallest value over all shingles."""
    codes = np.fromiter((zlib.crc32(one.encode()) for one in found), dtype=np.int64)
    hashed = (np.outer(a, codes) + np.array(b)[:, None]) % PRIME
    return hashed.min(axis=1, initial=PRIME)


def bands_for(n, threshold, recall=0.95):
    """The smallest number of bands with the recall asked for."""
    for rows in range(n, 0, -1):
        bands, left = divmod(n, rows)
        if left == 0 and 1 - (1 - threshold**rows) ** bands >= recall:
            return bands
    raise ValueError("no number of bands reaches this recall")


def candidates(signatures, bands):
    """Pairs that share a bucket of some band."""
    buckets = defaultdict(list)
    for i, numbers in enumerate(signatures):
        for band, rows in enumerate(np.split(np.asarray(numbers), bands)):
            buckets[band, tuple(rows)].append(i)
    return sorted({pair for same in buckets.values() for pair in combinations(same, 2)})


def deduplicate(texts, threshold, k, a, b):
    """One place of each group of duplicates, the first."""
    sets = [shingles(text, k) for text in texts]
    group = list(range(len(texts)))
    for i, j in candidates([signature(s, a, b) for s in sets], bands_for(len(a), threshold)):
        if _alike(sets[i], sets[j], threshold):
            low, high = sorted((group[i], group[j]))
            group = [low if g == high else g for g in group]
    return sorted(set(group))


def _alike(one, two, threshold):
    return one == two or len(one & two) / len(one | two) >= threshold

"""NumPy throughout: hashed matrix, equality of bands by reshaping, groups by powers of the adjacency matrix."""

from binascii import crc32

import numpy as np

PRIME = np.uint64(2**32 + 15)


def shingles(text, k):
    w = np.array(text.lower().split(), dtype=object)
    if w.size == 0:
        return set()
    k = min(k, w.size)
    return set(map(" ".join, np.lib.stride_tricks.sliding_window_view(w, k)))


def signature(found, a, b):
    out = np.full(len(a), PRIME, dtype=np.uint64)
    for one in found:
        out = np.minimum(out, (np.asarray(a, np.uint64) * np.uint64(crc32(one.encode())) + np.asarray(b, np.uint64)) % PRIME)
    return out


def bands_for(n, threshold, recall=0.95):
    b = np.array([d for d in range(1, n + 1) if n % d == 0])
    enough = b[1.0 - (1.0 - float(threshold) ** (n / b)) ** b >= recall]
    if not enough.size:
        raise ValueError("not reachable")
    return int(enough[0])


def candidates(signatures, bands):
    if len(signatures) == 0:
        return []
    s = np.asarray(signatures)
    s = s.reshape(len(s), bands, -1)
    meet = (s[:, None] == s[None]).all(axis=3).any(axis=2)
    return [(int(i), int(j)) for i, j in np.argwhere(np.triu(meet, 1))]


def deduplicate(texts, threshold, k, a, b):
    n = len(texts)
    if n == 0:
        return np.array([], dtype=int)
    sets = [shingles(t, k) for t in texts]
    link = np.eye(n, dtype=int)
    for i, j in candidates([signature(s, a, b) for s in sets], bands_for(len(a), threshold)):
        union = len(sets[i] | sets[j])
        if union == 0 or len(sets[i] & sets[j]) / union >= threshold:
            link[i, j] = link[j, i] = 1
    for _ in range(n.bit_length()):
        link = (link @ link > 0).astype(int)
    return np.flatnonzero(link.argmax(axis=1) == np.arange(n))

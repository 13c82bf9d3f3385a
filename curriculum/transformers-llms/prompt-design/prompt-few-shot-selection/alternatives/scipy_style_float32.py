"""Vectorised per size, similarities in longdouble, results as numpy integers"""

from itertools import combinations

import numpy as np


def select(query, pool, k, budget):
    keep = np.array([i for i, e in enumerate(pool) if e["text"].lower().split() != query["text"].lower().split()], dtype=int)
    if keep.size == 0:
        return []
    vectors = np.array([e["vector"] for e in pool], dtype=np.longdouble)
    lengths = np.sqrt((vectors**2).sum(axis=1))
    q = np.array(query["vector"], dtype=np.longdouble)
    near = vectors @ q / lengths / np.sqrt(q @ q)
    gram = vectors @ vectors.T / np.outer(lengths, lengths)
    tokens = np.array([e["tokens"] for e in pool])
    labels = np.array([e["label"] for e in pool])
    cap = int(np.ceil(k / len(np.unique(labels))))
    best, rank = [], (0.0, 0, [])
    for size in range(1, min(k, len(keep)) + 1):
        for places in combinations(keep.tolist(), size):
            places = list(places)
            if tokens[places].sum() > budget or np.unique(labels[places], return_counts=True)[1].max() > cap:
                continue
            block = gram[np.ix_(places, places)] - np.eye(size) * 2
            if (block >= 0.95).any():
                continue
            now = (-round(float(near[places].sum()), 9), int(tokens[places].sum()), places)
            if now < rank:
                best, rank = places, now
    best = np.array(best, dtype=int)
    return best[np.lexsort((best, np.round(near[best].astype(float), 9)))]

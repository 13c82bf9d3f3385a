"""Bit masks over the whole pool, cosine matrix at once"""

import numpy as np


def select(query, pool, k, budget):
    n = len(pool)
    if n == 0:
        return np.zeros(0, dtype=int)
    V = np.array([e["vector"] for e in pool], float)
    V /= np.linalg.norm(V, axis=1, keepdims=True)
    q = np.array(query["vector"], float)
    near = np.round(V @ (q / np.linalg.norm(q)), 12)
    twins = np.triu(V @ V.T >= 0.95, 1)
    tokens = np.array([e["tokens"] for e in pool])
    names = sorted({e["label"] for e in pool})
    onehot = np.array([[e["label"] == name for name in names] for e in pool]).astype(int)
    cap = int(np.ceil(k / len(names)))
    masks = ((np.arange(2**n)[:, None] >> np.arange(n)) & 1).astype(int)
    same = np.array([e["text"].lower().split() == query["text"].lower().split() for e in pool]).astype(int)
    ok = (masks.sum(1) <= k) & (masks @ tokens <= budget) & (masks @ same == 0) & ((masks @ onehot) <= cap).all(1)
    masks = masks[ok]
    clash = ((masks @ twins.astype(int)) * masks).sum(1)
    masks = masks[clash == 0]
    sums = np.round(masks @ near, 9)
    best = masks[sums == sums.max()]
    sets = [(int(m @ tokens), np.flatnonzero(m).tolist()) for m in best]
    chosen = min(sets)[1]
    return sorted(chosen, key=lambda i: (round(float(near[i]), 9), i))

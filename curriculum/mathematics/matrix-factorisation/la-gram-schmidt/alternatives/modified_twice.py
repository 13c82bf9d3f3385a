"""Modified Gram-Schmidt in two passes, in a matrix of rows."""

import numpy as np


def orthonormal_basis(vectors):
    if any(len(v) != len(vectors[0]) for v in vectors):
        raise ValueError("all vectors need the same number of entries")
    q = np.empty((0, len(vectors[0]) if len(vectors) else 0))
    for v in vectors:
        v = v.astype(float)
        big = np.max(np.abs(v)) if len(v) else 0.0
        if big == 0.0:
            continue
        w = v / big
        before = np.sqrt(np.sum(w * w))
        for _ in range(2):
            for row in q:
                w -= np.dot(row, w) * row
        after = np.sqrt(np.sum(w * w))
        if after <= 1e-10 * before:
            continue
        q = np.vstack([q, w / after])
    return q

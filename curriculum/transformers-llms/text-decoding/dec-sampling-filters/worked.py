"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import shares


def worked():
    """Four tokens under a temperature, top-k and top-p."""
    weights = np.array([8, 4, 2, 1])
    logits = np.log(weights)
    k, p, cold = 3, 0.85, 0.5
    plain, top = shares(logits), shares(logits, k=k)
    rows = [plain, shares(logits, temperature=cold), top, shares(logits, k=k, p=p)]
    before = np.cumsum(plain)
    if np.count_nonzero(rows[3]) != 2 or (before < p).sum() + 1 != 3:
        raise ValueError("other tokens stay than the text says")
    whole = int(weights.sum())
    return [weights, [f"{w}{whole}" for w in weights], whole, [0, 1, 2, 3], k, p, cold, 1, rows, np.cumsum(top)[:2], before[:3]]

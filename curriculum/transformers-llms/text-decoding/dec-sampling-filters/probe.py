"""Draw many times with one generator and count."""

import numpy as np

import answer


def counted(logits, temperature, k, p, seed, times):
    """How often each token came, and the shares that the same answer states."""
    rng, counts = np.random.default_rng(seed), [0] * len(logits)
    for _ in range(times):
        token = answer.sample(logits, temperature, k, p, rng)
        if isinstance(token, bool) or not isinstance(token, (int, np.integer)) or not 0 <= token < len(logits):
            raise TypeError(f"sample must return a token number from 0 to {len(logits) - 1}, not {token!r}")
        counts[int(token)] += 1
    return counts

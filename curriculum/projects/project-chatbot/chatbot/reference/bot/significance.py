"""How sure a mean is: bootstrap intervals and a paired test by sign flips. Everything is drawn from a seed, so the same input gives the same figures."""

from typing import Any

import numpy as np

Vector = np.ndarray[Any, np.dtype[np.float64]]
BLOCK = 2_000_000  # random numbers held at once


def interval(values: Vector, resamples: int, seed: int) -> dict[str, float]:
    """Mean and 95 % percentile bootstrap interval of `values` (n,), n >= 1: the items are drawn again with replacement, `resamples` times."""
    rng = np.random.default_rng(seed)
    means, left = [], resamples
    while left:
        rows = min(left, max(1, BLOCK // values.size))
        means.append(values[rng.integers(0, values.size, (rows, values.size))].mean(axis=1))
        left -= rows
    low, high = np.quantile(np.concatenate(means), [0.025, 0.975])
    return {"mean": float(values.mean()), "low": float(low), "high": float(high)}


def p_value(differences: Vector, flips: int, seed: int) -> float:
    """Two-sided p value of "the paired differences (n,) are as likely positive as negative": how often random signs give a mean as far from 0.

    All 2^n signs are tried when they are no more than `flips`. Otherwise the observed signs count as one of the draws, so p is never 0.
    """
    moved = differences[differences != 0]  # a sign on 0 changes nothing
    if not moved.size:
        return 1.0
    far = abs(moved.sum()) * (1 - 1e-12)  # so that rounding never parts two equal sums
    if 2**moved.size <= flips:
        signs = 1 - 2 * ((np.arange(2**moved.size)[:, None] >> np.arange(moved.size)) & 1)
        return float((abs(signs @ moved) >= far).mean())
    rng = np.random.default_rng(seed)
    hits, left = 1, flips
    while left:
        rows = min(left, max(1, BLOCK // moved.size))
        hits += int((abs((1 - 2 * rng.integers(0, 2, (rows, moved.size))) @ moved) >= far).sum())
        left -= rows
    return hits / (flips + 1)

"""Whether two samples come from one source: permutation tests of meaning (embeddings) and of length, so that a p value means what it says."""

from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
MOST = 400  # of each sample, drawn at random: the kernel needs the square of it


def thinned(values: npt.NDArray[Any], rng: np.random.Generator) -> npt.NDArray[Any]:
    """At most MOST of the rows."""
    return values if len(values) <= MOST else values[rng.choice(len(values), MOST, replace=False)]


def splits(one: int, other: int, count: int, rng: np.random.Generator) -> Vector:
    """(count + 1, one + other): each row has 1 / one where an item counts as of the first sample and -1 / other elsewhere; the first row as they came."""
    ranks = rng.random((count + 1, one + other)).argsort(axis=1)
    ranks[0] = np.arange(one + other)
    return np.where(ranks < one, 1 / one, -1 / other)


def share_as_far(found: Vector) -> float:
    """p: the share of splits, the real one among them, with a statistic as large as the real one's."""
    return float((found >= found[0] - 1e-12).mean())  # so that rounding never parts two equal statistics


def meaning(one: npt.NDArray[Any], other: npt.NDArray[Any], count: int, seed: int) -> float:
    """p value of "the vectors (n, d) and (m, d) have one distribution", by the kernel mean discrepancy (Gretton et al., 2012) with a Gaussian kernel of the median width."""
    rng = np.random.default_rng(seed)
    one, other = thinned(one, rng), thinned(other, rng)
    both = np.concatenate([one, other]).astype(np.float64)
    norms = (both**2).sum(axis=1)
    apart = np.maximum(norms[:, None] + norms[None, :] - 2 * both @ both.T, 0)
    width = float(np.median(apart[np.triu_indices(len(both), 1)])) or 1.0
    weights = splits(len(one), len(other), count, rng)
    return share_as_far(np.einsum("kn,kn->k", weights @ np.exp(-apart / width), weights))


def length(one: Vector, other: Vector, count: int, seed: int) -> float:
    """p value of "the lengths (n,) and (m,) have one distribution", by the largest gap between the two shares of lengths up to x (Kolmogorov and Smirnov)."""
    rng = np.random.default_rng(seed)
    one, other = thinned(one, rng), thinned(other, rng)
    both = np.concatenate([one, other])
    order = np.argsort(both, kind="stable")
    last = np.append(np.diff(both[order]) > 0, True)  # equal lengths are counted together
    gaps = np.cumsum(splits(len(one), len(other), count, rng)[:, order], axis=1)[:, last]
    return share_as_far(np.abs(gaps).max(axis=1))

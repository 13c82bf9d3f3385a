"""How sure a mean is: bootstrap intervals and a paired test by sign flips. Everything is drawn from a seed, so the same input gives the same figures."""

from typing import Any

import numpy as np

Vector = np.ndarray[Any, np.dtype[np.float64]]


def interval(values: Vector, resamples: int, seed: int) -> dict[str, float]:
    """Mean and 95 % percentile bootstrap interval of `values` (n,), n >= 1, as {"mean", "low", "high"}."""
    raise NotImplementedError


def p_value(differences: Vector, flips: int, seed: int) -> float:
    """Two-sided p value of "the paired differences (n,) are as likely positive as negative", by random signs."""
    raise NotImplementedError

"""Whether two samples come from one source: tests of meaning (embeddings) and of length, each with a p value that means what it says."""

from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
MOST = 400  # of each sample, drawn at random


def meaning(one: npt.NDArray[Any], other: npt.NDArray[Any], count: int, seed: int) -> float:
    """p value of "the vectors (n, d) and (m, d) have one distribution", over `count` random splits."""
    raise NotImplementedError("write this part")


def length(one: Vector, other: Vector, count: int, seed: int) -> float:
    """p value of "the lengths (n,) and (m,) have one distribution", over `count` random splits."""
    raise NotImplementedError("write this part")

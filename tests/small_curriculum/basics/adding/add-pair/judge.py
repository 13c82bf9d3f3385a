"""Sums of pairs."""

import numpy as np
from gradus.judging import call, close, each

EXPECTED = {"example": 5}


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": call("add", 2, 3)}
    for i in range(4):
        a, b = (int(x) for x in rng.integers(3, 1000, 2))
        probes[f"random {i}"] = call("add", a, b)
    return probes


@each()
def is_the_sum(got, ideal, probe):
    """The value is the sum of both numbers."""
    return close(got, ideal)

"""Means of lists."""

import numpy as np
from gradus.judging import call, close, each

EXPECTED = {"example": 3.0}


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": call("mean", [2.0, 4.0])}
    for i in range(4):
        probes[f"random {i}"] = call("mean", rng.normal(size=5).tolist())
    return probes


@each()
def is_the_mean(got, ideal, probe):
    """The value is the mean."""
    return close(got, ideal)

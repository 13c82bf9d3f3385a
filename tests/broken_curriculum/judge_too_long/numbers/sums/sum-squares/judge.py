"""A sum of squares."""

import numpy as np

from gradus.judging import call, close, each

EXPECTED = {"example": 14}


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": call("sum_squares", [1, 2, 3]), "empty": call("sum_squares", [])}
    for i in range(40):
        probes[f"random {i}"] = call("sum_squares", rng.integers(-9, 10, size=rng.integers(2, 9)).tolist())
    return probes


@each()
def agrees(got, ideal, probe):
    """The result is the sum of the squares."""
    return close(got, ideal)
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line
# one more line

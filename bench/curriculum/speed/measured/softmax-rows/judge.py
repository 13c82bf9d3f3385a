"""Softmax of rows: eight matrices, from one number to large values."""

import math

import numpy as np
from gradus.judging import call, close, each

EXPECTED = {"worked example": np.array([[0.25, 0.75]])}


def PROBES(rng):
    drawn = {f"drawn {i}": rng.normal(size=(3 + i, 4)) * (1 + i) for i in range(4)}
    edges = {"one column": np.array([[3.0], [-1.0]]), "large": np.array([[1000.0, 1001.0]]), "ties": np.zeros((2, 3))}
    return {name: call("softmax", x) for name, x in {"worked example": np.array([[0.0, math.log(3)]]), **drawn, **edges}.items()}


@each()
def rows_sum_to_one(got):
    """Every row sums to 1."""
    return close(np.asarray(got).sum(axis=1), np.ones(len(got)), rtol=1e-9)


@each()
def agrees(got, ideal):
    """The values agree with the definition."""
    return close(got, ideal, rtol=1e-9)

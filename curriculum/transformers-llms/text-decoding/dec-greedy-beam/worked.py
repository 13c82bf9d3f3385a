"""The figures of the lesson, computed with the solution."""

import math

import numpy as np
from answer import beam, greedy

AFTER = {(): [0.1, 0.5, 0.4], (1,): [0.2, 0.4, 0.4], (2,): [0.9, 0.05, 0.05]}


def worked():
    """A table of two tokens, greedy and a beam of 2, and two sums under a length penalty."""
    plain, wide, mean = greedy(_step, 0, 2), beam(_step, 0, 2, 2, 0.0), beam(_step, 0, 2, 2, 1.0)
    if plain != [1, 1] or wide[0] != [2, 0] or mean[0] != [2, 0] or 0.08**300 != 0 or round(300 * math.log(0.08)) != -758:
        raise ValueError("the text says otherwise")
    extended = [[AFTER[()][first] * p for p in AFTER[first,]] for first in (1, 2)]
    sums = {2: -2.0, 4: -2.4}
    return [AFTER, plain, extended, wide, mean, [[total, total / length] for length, total in sums.items()], 0.08]


def _step(tokens):
    return np.log(AFTER[tuple(tokens)])

"""The figures of the lesson, computed with the solution."""

from fractions import Fraction

import numpy as np
from answer import kmeans


def worked():
    """Four rows on a line, round by round."""
    x, start = np.array([[0.0], [1.0], [4.0], [5.0]]), np.array([[0.0], [1.0]])
    told = [x]
    for updates in range(3):
        centres, labels, inertias = kmeans(x, start, max_iter=updates)
        squares = ((x - centres[labels]) ** 2).ravel()
        written = [str(Fraction(v).limit_denominator(9)) for v in (*centres.ravel(), *squares)]
        told += [updates + 1, labels, written, inertias[-1], centres]
    _, _, inertias = kmeans(x, start)
    if len(inertias) != 3:
        raise ValueError("the loop does not end in round 3")
    return [*told, len(x), squares[0]]

"""The figures of the lesson, computed with the solution."""

from fractions import Fraction

import numpy as np
from answer import gap_box, gap_simplex, minimise_box, minimise_simplex, project_simplex


def worked():
    """A projection, a quadratic in a box, another on the simplex."""
    v = np.array([0.9, 0.6, -0.3])
    falling = np.sort(v)[::-1]
    sums = [float(falling[:k].sum()) for k in (1, 2, 3)]
    shifts = [(s - 1) / k for k, s in enumerate(sums, 1)]
    clipped = np.maximum(v, 0) / np.maximum(v, 0).sum()
    return [v, sums, shifts, max(shifts), project_simplex(v), clipped, [1, 2, 3], _box(), _simplex()]


def _box():
    """The minimum without the box, cut to it, and in it."""
    q, b, low, high = np.array([[2.0, 1], [1, 2]]), np.array([3, 1.5]), np.zeros(2), np.ones(2)
    free = np.linalg.solve(q, b)
    cut, best = np.clip(free, low, high), minimise_box(q, b, low, high)
    values = [float(x @ q @ x / 2 - b @ x) for x in (cut, best)]
    gaps = [float(gap_box(q, b, x, low, high)) for x in (cut, best)]
    if not values[0] - gaps[0] < values[1] < values[0]:
        raise ValueError("the gap bounds nothing")
    return [q, b, low, high, free, cut, q @ cut - b, gaps, best, q @ best - b, values]


def _simplex():
    """The middle of the simplex and the minimum."""
    q, b, middle = np.diag([2.0, 1]), np.zeros(2), np.array([0.5, 0.5])
    slope, best = q @ middle, minimise_simplex(q, b)
    thirds = [Fraction(float(x)).limit_denominator(9) for x in best]
    if not np.isclose(*(q @ best)):
        raise ValueError("the slopes differ at the minimum")
    return [q, middle, slope, slope @ middle, slope.min(), gap_simplex(q, b, middle), [f"{x.numerator}{x.denominator}" for x in thirds]]

"""Bisection for the projection, the corners of the set for the gap, and active sets, tried from all sides, for the minimisers."""

import numpy as np


def project_simplex(v):
    low, high = float(min(v)) - 2, float(max(v))
    for _ in range(200):
        middle = (low + high) / 2
        if sum(max(float(x) - middle, 0.0) for x in v) > 1:
            low = middle
        else:
            high = middle
    return np.array([max(float(x) - high, 0.0) for x in v])


def gap_box(q, b, x, low, high):
    best = 0.0
    for i in range(len(x)):
        slope = sum(q[i][j] * x[j] for j in range(len(x))) - b[i]
        best += max(slope * (x[i] - end) for end in (low[i], high[i]))
    return best


def gap_simplex(q, b, x):
    slope = np.dot(q, x) - b
    return max(float(np.dot(slope, x - corner)) for corner in np.eye(len(x)))


def minimise_box(q, b, low, high):
    """Coordinate by coordinate, exactly, until nothing moves."""
    if any(lo > hi for lo, hi in zip(low, high)):
        raise ValueError("empty")
    x = (low + high) / 2
    for _ in range(5000):
        before = x.copy()
        for i in range(len(x)):
            rest = b[i] - q[i] @ x + q[i, i] * x[i]
            x[i] = min(max(rest / q[i, i], low[i]), high[i]) if q[i, i] > 0 else (high[i] if rest > 0 else low[i])
        if np.max(np.abs(x - before)) < 1e-13:
            break
    return x


def minimise_simplex(q, b):
    """A primal active-set method: solve on a set of entries, drop the blocking one, add the one with the steepest slope."""
    n = len(b)
    free = [int(np.argmin(np.diag(q) / 2 - b))]
    x = np.eye(n)[free[0]]
    for _ in range(50 * n):
        m = len(free)
        k = np.block([[q[np.ix_(free, free)], -np.ones((m, 1))], [np.ones((1, m)), np.zeros((1, 1))]])
        s = np.linalg.lstsq(k, np.append(b[free], 1.0), rcond=None)[0]
        goal = np.zeros(n)
        goal[free] = s[:m]
        if goal[free].min() >= 0:
            x = goal
            slope = q @ x - b
            i = int(np.argmin(slope))
            if slope[i] >= slope @ x - 1e-11:
                break
            free.append(i)
        else:
            d = goal - x
            steps = [(x[i] / -d[i], i) for i in free if d[i] < 0]
            t, i = min(steps)
            x = x + t * d
            x[i] = 0.0
            free.remove(i)
    return x

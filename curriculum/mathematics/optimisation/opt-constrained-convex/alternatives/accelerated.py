"""Nesterov's acceleration with restarts; the projection finds its shift by removing entries until none is negative."""

import numpy as np


def project_simplex(v):
    v = np.asarray(v, dtype=float)
    active = np.ones(len(v), dtype=bool)
    while True:
        moved = np.where(active, v - (v[active].sum() - 1) / active.sum(), 0.0)
        if (moved >= 0).all():
            return moved
        active &= moved > 0


def gap_simplex(q, b, x):
    g = np.dot(q, x) - b
    return float(np.dot(g, x) - g.min())


def gap_box(q, b, x, low, high):
    g = np.dot(q, x) - b
    best = np.where(g > 0, low, high)
    return float(np.dot(g, x - best))


def _fast(q, b, x, project, gap):
    top = max(np.linalg.norm(q, 2), 1e-1)
    y, t = x, 1.0
    for _ in range(3000):
        new = project(y - (q @ y - b) / top)
        if np.dot(y - new, new - x) > 0:
            t = 1.0
        later = (1 + np.sqrt(1 + 4 * t * t)) / 2
        y, x, t = new + (t - 1) / later * (new - x), new, later
        if gap(x) < 1e-12:
            break
    return x


def minimise_box(q, b, low, high):
    if (np.asarray(low) > high).any():
        raise ValueError("low must not exceed high")
    return _fast(q, b, (low + high) / 2, lambda v: np.clip(v, low, high), lambda x: gap_box(q, b, x, low, high))


def minimise_simplex(q, b):
    n = len(b)
    return _fast(q, b, np.full(n, 1 / n), project_simplex, lambda x: gap_simplex(q, b, x))

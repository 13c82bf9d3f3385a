"""Two phases: down to the staircase without scaling, then up from the last pivot, scaling at the end."""

import numpy as np


def rref(a):
    a = np.asarray(a)
    if a.ndim != 2:
        raise ValueError("rref needs a matrix")
    u = a.astype(np.float64, copy=True)
    ops, pivots = [], []
    eps = 1e-10 * (np.abs(u).max() if u.size else 0)
    for col in range(u.shape[1]):
        r = len(pivots)
        if r == u.shape[0]:
            break
        size = np.abs(u[r:, col])
        if not (size > eps).any():
            u[r:, col] = 0
            continue
        p = r + size.argmax()
        u[[r, p]] = u[[p, r]]
        ops.append(["swap", int(r), int(p)])
        for i in range(r + 1, u.shape[0]):
            f = u[i, col] / u[r, col]
            u[i, col:] -= f * u[r, col:]
            u[i, col] = 0
            ops.append(["add", i, r, float(-f)])
        pivots.append(col)
    for r in reversed(range(len(pivots))):
        c = 1.0 / u[r, pivots[r]]
        u[r] *= c
        u[r, pivots[r]] = 1.0
        ops.append(["scale", r, float(c)])
        for i in range(r):
            f = u[i, pivots[r]]
            u[i] -= f * u[r]
            u[i, pivots[r]] = 0.0
            ops.append(["add", i, r, float(-f)])
    return u, ops

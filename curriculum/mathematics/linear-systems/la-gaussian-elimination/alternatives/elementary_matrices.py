"""Every operation as a matrix that multiplies from the left; the list is read off those matrices."""

import numpy as np


def rref(a):
    if np.ndim(a) != 2:
        raise ValueError
    m, n = a.shape
    r = 1.0 * a
    limit = np.max(np.abs(r)) * 1e-10 if r.size else 0.0
    done = []

    def apply(e, op):
        nonlocal r
        r = e @ r
        done.append(op)

    k = 0
    for col in range(n):
        if k == m:
            return r, done
        below = np.abs(r[k:, col])
        if np.max(below) <= limit:
            r[k:, col] = 0.0
            continue
        p = k + int(np.flatnonzero(below == below.max())[-1])
        order = np.arange(m)
        order[[k, p]] = order[[p, k]]
        apply(np.eye(m)[order], ("swap", k, p))
        scale = np.eye(m)
        scale[k, k] = 1 / r[k, col]
        apply(scale, ("scale", k, scale[k, k]))
        for i in [*range(k), *range(k + 1, m)]:
            add = np.eye(m)
            add[i, k] = -r[i, col]
            apply(add, ("add", i, k, add[i, k]))
        k += 1
    return r, done

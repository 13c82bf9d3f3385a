"""Householder reflections that turn each kept vector onto its own axis."""

import math

import numpy as np


def orthonormal_basis(vectors):
    rows = [np.array(v, dtype=float) for v in vectors]
    if len({r.size for r in rows}) > 1:
        raise ValueError("different spaces")
    if not rows:
        return []
    n = rows[0].size
    mirrors, basis = [], []
    for r in rows:
        if not r.any() or len(mirrors) == n:
            continue
        w = r / np.abs(r).max()
        w /= np.linalg.norm(w)
        for u in mirrors:
            w = w - 2 * (u @ w) * u
        k = len(mirrors)
        rest = np.linalg.norm(w[k:])
        if rest <= 1e-10:
            continue
        u = np.zeros(n)
        u[k:] = w[k:]
        side = math.copysign(1.0, w[k])
        u[k] += side * rest
        mirrors.append(u / np.linalg.norm(u))
        q = np.zeros(n)
        q[k] = -side
        for m in reversed(mirrors):
            q = q - 2 * (m @ q) * m
        basis.append(q)
    return basis

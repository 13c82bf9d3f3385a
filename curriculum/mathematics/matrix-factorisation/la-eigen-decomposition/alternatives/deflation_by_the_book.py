"""Power iteration on the squared matrix, deflation by subtraction, stop by the residual."""

import numpy as np


def eigen(a):
    if len(a.shape) != 2 or a.shape[0] != a.shape[1] or np.any(np.abs(a.T - a) > 1e-9 * np.max(np.abs(a))):
        raise ValueError
    n = a.shape[0]
    work = a.astype(float).copy()
    rng = np.random.default_rng(5)
    pairs = []
    top = np.abs(work).max()
    for _ in range(n):
        x = rng.uniform(-1, 1, n)
        for _, q in pairs:
            x = x - (q @ x) * q
        x /= np.linalg.norm(x)
        for step in range(2000):
            y = work @ x
            if np.linalg.norm(y) <= 1e-14 * top:
                break
            x = y / np.linalg.norm(y)
            value = x @ work @ x
            if np.linalg.norm(work @ x - value * x) < 1e-13 * top:
                break
        for _, q in pairs:
            x = x - (q @ x) * q
        x /= np.linalg.norm(x)
        value = x @ a @ x
        pairs.append((value, x))
        work = work - value * np.outer(x, x)
    return np.array([v for v, _ in pairs]), np.column_stack([q for _, q in pairs])


def power(a, k):
    values, q = eigen(a)
    return np.einsum("ij,j,kj->ik", q, values ** float(k), q)

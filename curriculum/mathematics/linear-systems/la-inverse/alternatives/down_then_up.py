"""Forward elimination first, then upwards; scaled by the largest entry."""

import math

import numpy as np


def _both(a):
    a = np.asarray(a)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError(f"shape {a.shape}")
    n = len(a)
    if n == 0:
        return np.empty((0, 0)), 0.0
    size = np.abs(a).max()
    if size == 0:
        return None, math.inf
    left, right = a / size, np.eye(n)
    for k in range(n):
        p = k + np.abs(left[k:, k]).argmax()
        if np.abs(left[p, k]) < 1e-300:
            return None, math.inf
        left[[k, p]], right[[k, p]] = left[[p, k]], right[[p, k]]
        factors = left[k + 1 :, k] / left[k, k]
        left[k + 1 :] -= np.outer(factors, left[k])
        right[k + 1 :] -= np.outer(factors, right[k])
    for k in reversed(range(n)):
        right[k] = (right[k] - left[k, k + 1 :] @ right[k + 1 :]) / left[k, k]
    kappa = np.abs(a / size).sum(1).max() * np.abs(right).sum(1).max()
    return right / size, kappa if kappa <= 1e12 else math.inf


def inverse(a):
    result, kappa = _both(a)
    if kappa == math.inf:
        raise ValueError("ill-conditioned")
    return result


def condition(a):
    return float(_both(a)[1])

"""Householder reflections: each turns the sign once."""

import math

import numpy as np


def _triangle(a):
    r = np.array(a, dtype=float)
    if r.ndim != 2 or len(set(r.shape)) != 1:
        raise ValueError
    turns = 0
    for k in range(len(r) - 1):
        v = r[k:, k].copy()
        scale = np.abs(v).max()
        if scale == 0 or not v[1:].any():
            continue
        v /= scale
        v[0] += math.copysign(math.sqrt(v @ v), v[0])
        r[k:] -= np.outer(2 * v / (v @ v), v @ r[k:])
        turns += 1
    return r.diagonal(), turns


def determinant(a):
    d, turns = _triangle(a)
    return np.prod(d) * (-1) ** turns


def sign_and_log(a):
    d, turns = _triangle(a)
    if (d == 0).any():
        return 0, -math.inf
    return int(np.prod(np.sign(d))) * (-1) ** turns, np.sum(np.log(np.abs(d)))


def is_invertible(a):
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError
    top = np.abs(a).max(axis=1, initial=0)
    if np.any(top == 0):
        return False
    unit = a / top.reshape(-1, 1)
    return bool(abs(determinant(unit)) > 1e-10 * np.prod(np.sqrt(np.sum(unit**2, axis=1))))

"""Lets the last pair reach the slowest speed

The code spreads the speeds from 1 down to exactly 1 divided by the base. The formula stops one pair short of that.
"""

import numpy as np


def rotate(x, positions, layout="half", base=10000.0):
    size = x.shape[-1]
    if layout not in ("half", "interleaved"):
        raise ValueError("unknown layout")
    angles = np.outer(positions, base ** -(np.linspace(0, 1, size // 2)))
    every = np.arange(size)  # of an odd size no pairs can be made: reshape raises ValueError
    columns = every.reshape(2, size // 2) if layout == "half" else every.reshape(size // 2, 2).T
    first, second = x[..., columns[0]], x[..., columns[1]]
    turned = np.empty(x.shape)
    turned[..., columns[0]] = first * np.cos(angles) - second * np.sin(angles)
    turned[..., columns[1]] = first * np.sin(angles) + second * np.cos(angles)
    return turned


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    old_k, old_v = cache or (k[:0], v[:0])
    positions = len(old_k) + np.arange(len(q))
    keys = np.concatenate([old_k, rotate(k, positions, layout, base)])
    values = np.concatenate([old_v, v])
    scores = np.dot(rotate(q, positions, layout, base), keys.T) / np.sqrt(q.shape[1])
    scores[positions[:, None] < np.arange(len(keys))] = -np.inf
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ values / weights.sum(axis=1, keepdims=True), (keys, values)

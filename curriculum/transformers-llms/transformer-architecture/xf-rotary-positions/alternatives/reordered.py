"""Interleaved pairs are brought into halves by a permutation, turned there, and brought back; the cache is an object."""

import numpy as np


class Cache:
    def __init__(self):
        self.keys, self.values = [], []


def _halves(x, angles):
    n = angles.shape[1]
    c, s = np.cos(angles), np.sin(angles)
    return np.concatenate([x[..., :n] * c - x[..., n:] * s, x[..., n:] * c + x[..., :n] * s], axis=-1)


def rotate(x, positions, layout="half", base=10000.0):
    size = x.shape[-1]
    if size & 1:
        raise ValueError("odd")
    angles = np.outer(positions, np.power(base, np.arange(size // 2) * (-2 / size)))
    match layout:
        case "half":
            return _halves(x, angles)
        case "interleaved":
            order = np.r_[0:size:2, 1:size:2]
            return _halves(x[..., order], angles)[..., np.argsort(order)]
    raise ValueError("unknown layout")


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    if cache is None:
        cache = Cache()
    old = len(cache.keys)
    here = old + np.arange(len(q))
    cache.keys += list(rotate(k, here, layout, base))
    cache.values += list(v)
    keys, values = np.array(cache.keys), np.array(cache.values)
    rows = []
    for i, query in enumerate(rotate(q, here, layout, base)):
        s = keys[: old + i + 1] @ query / len(query) ** 0.5
        w = np.exp(s - s.max())
        rows.append(w @ values[: old + i + 1] / w.sum())
    return np.vstack(rows), cache

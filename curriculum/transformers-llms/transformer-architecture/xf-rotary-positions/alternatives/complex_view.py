"""Complex numbers in NumPy; a dict as the cache; log-sum-exp."""

import numpy as np
from scipy.special import log_softmax


def rotate(x, positions, layout="half", base=10000.0):
    *_, size = x.shape
    if size % 2:
        raise ValueError("size must be even")
    if layout == "half":
        z = x[..., : size // 2] + 1j * x[..., size // 2 :]
    elif layout == "interleaved":
        z = x[..., ::2] + 1j * x[..., 1::2]
    else:
        raise ValueError(layout)
    speeds = np.exp(-np.log(base) * np.arange(size // 2) / (size / 2))
    z = z * np.exp(1j * np.multiply.outer(np.asarray(positions), speeds))
    if layout == "half":
        return np.concatenate([z.real, z.imag], axis=-1)
    return np.stack([z.real, z.imag], axis=-1).reshape(x.shape)


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    if cache is None:
        cache = {"k": np.empty((0, k.shape[1])), "v": np.empty((0, v.shape[1])), "seen": 0}
    seen = cache["seen"]
    at = range(seen, seen + q.shape[0])
    keys = np.vstack([cache["k"], rotate(k, at, layout, base)])
    values = np.vstack([cache["v"], v])
    scores = rotate(q, at, layout, base) @ keys.T * q.shape[1] ** -0.5
    hidden = np.triu(np.ones(scores.shape, dtype=bool), seen + 1)
    weights = np.exp(log_softmax(np.where(hidden, -np.inf, scores), axis=1))
    return weights @ values, {"k": keys, "v": values, "seen": seen + q.shape[0]}

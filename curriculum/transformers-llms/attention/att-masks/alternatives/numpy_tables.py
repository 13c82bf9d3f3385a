"""NumPy for the tables and for the softmax, in double precision."""

import numpy as np
import torch


def _distance(n):
    return np.subtract.outer(np.arange(n), np.arange(n))


def causal_mask(n):
    return torch.from_numpy(np.tri(n, dtype=bool))


def window_mask(n, width):
    d = _distance(n)
    return torch.from_numpy((0 <= d) & (d < width))


def prefix_mask(n, prefix):
    return torch.from_numpy(np.tri(n, dtype=bool)[None] | (np.arange(n)[None, None, :] < prefix.numpy()[:, None, None]))


def padding_mask(lengths, n):
    return torch.from_numpy(np.arange(n)[None, :] < lengths.numpy()[:, None])


def batch_mask(lengths, n, width=None, prefix=None):
    d, j = _distance(n), np.arange(n)
    seen = (d >= 0) & (d < (n if width is None else width))
    seen = np.broadcast_to(seen, (len(lengths), n, n))
    if prefix is not None:
        seen = seen | (j < prefix.numpy()[:, None])[:, None, :]
    return torch.from_numpy((seen & (j < lengths.numpy()[:, None])[:, None, :])[:, None])


def masked_softmax(scores, visible):
    s = scores.numpy().astype(np.float64)
    v = np.broadcast_to(visible.numpy(), s.shape)
    top = np.max(s, axis=-1, keepdims=True, where=v, initial=-1e300)
    e = np.where(v, np.exp(np.where(v, s - top, 0.0)), 0.0)
    total = e.sum(-1, keepdims=True)
    return torch.from_numpy(e / np.where(total == 0, 1.0, total)).to(scores.dtype)

"""One block-diagonal rotation matrix for each position; one token after the other."""

import numpy as np


def _matrix(position, size, layout, base):
    m = np.zeros((size, size))
    for i in range(size // 2):
        a, b = (i, i + size // 2) if layout == "half" else (2 * i, 2 * i + 1)
        t = position * base ** (-2.0 * i / size)
        m[a, a] = m[b, b] = np.cos(t)
        m[a, b], m[b, a] = -np.sin(t), np.sin(t)
    return m


def rotate(x, positions, layout="half", base=10000.0):
    size = x.shape[-1]
    if size % 2 or layout not in ["half", "interleaved"]:
        raise ValueError((size, layout))
    out = np.zeros(x.shape)
    for r, p in enumerate(positions):
        out[..., r, :] = x[..., r, :] @ _matrix(p, size, layout, base).T
    return out


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    memory = list(cache) if cache is not None else []
    out = []
    for query, key, value in zip(q, k, v):
        turn = _matrix(len(memory), len(query), layout, base)
        memory.append((turn @ key, value))
        scores = np.array([turn @ query @ kk for kk, _ in memory]) / np.sqrt(len(query))
        weights = np.exp(scores - max(scores))
        out.append(sum(w * vv for w, (_, vv) in zip(weights / weights.sum(), memory)))
    return np.array(out), memory

"""Rotation matrices, one for each position, and attention token by token over the whole text."""

import math

import torch


def _matrix(p, d, layout, base):
    m = torch.zeros(d, d, dtype=torch.float64)
    for i in range(d // 2):
        a, b = (i, i + d // 2) if layout == "half" else (2 * i, 2 * i + 1)
        t = p / math.pow(base, 2 * i / d)
        m[a, a], m[a, b], m[b, a], m[b, b] = math.cos(t), -math.sin(t), math.sin(t), math.cos(t)
    return m


def rotate(x, positions, layout="half", base=10000.0):
    b, _, n, d = x.shape
    if d % 2 == 1 or (layout != "half" and layout != "interleaved"):
        raise ValueError(layout)
    rows = positions.tolist() if positions.ndim == 2 else [positions.tolist()] * b
    out = x.double().clone()
    for t in range(b):
        for s in range(n):
            out[t, :, s] = x[t, :, s].double() @ _matrix(rows[t][s], d, layout, base).T
    return out.to(x.dtype)


def to_half_layout(weight, heads):
    parts = []
    for block in weight.chunk(heads):
        parts += [block[::2], block[1::2]]
    return torch.cat(parts)


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    keys, values = ([], []) if cache is None else (list(cache[0]), list(cache[1]))
    outs = []
    for t in range(q.shape[2]):
        keys.append(k[:, :, t])
        values.append(v[:, :, t])
        every = torch.stack(keys, dim=2)
        turned = rotate(every, torch.arange(len(keys)), layout, base)
        mine = rotate(q[:, :, t : t + 1], torch.tensor([len(keys) - 1]), layout, base)
        weights = torch.softmax((turned * mine).sum(-1) / math.sqrt(q.shape[-1]), dim=-1)
        outs.append((weights[..., None] * torch.stack(values, dim=2)).sum(2))
    return torch.stack(outs, dim=2), (keys, values)

"""A running softmax over the keys, as in FlashAttention, one key at a time."""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m = q.shape[-2], k.shape[-2]
    q = q * q.shape[-1] ** -0.5
    top = q.new_full(q.shape[:-1], -torch.inf)
    total = torch.zeros_like(top)
    out = q.new_zeros(*q.shape[:-1], v.shape[-1])
    columns = []
    bias = None if mask is None else mask.expand(*q.shape[:-1], m)
    for j in range(m):
        s = (q * k[..., j : j + 1, :]).sum(-1)
        if bias is not None:
            s = s + bias[..., j]
        if causal:
            s = torch.where(torch.arange(n) < j, -torch.inf, s)
        columns.append(s)
        new = torch.maximum(top, s)
        safe = torch.where(new == -torch.inf, 0.0, new)
        old, now = torch.exp(top - safe), torch.exp(s - safe)
        total = total * old + now
        out = out * old[..., None] + now[..., None] * v[..., j : j + 1, :]
        top = new
    some = total > 0
    total = torch.where(some, total, 1.0)
    top = torch.where(some, top, 0.0)
    weights = torch.exp(torch.stack(columns, -1) - top[..., None]) / total[..., None]
    return out / total[..., None], weights

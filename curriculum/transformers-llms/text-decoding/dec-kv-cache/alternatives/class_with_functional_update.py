"""A cache class whose extend returns a new cache; torch's attention with an additive mask."""

from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F


@dataclass(frozen=True)
class Cache:
    real: torch.Tensor
    keys: tuple = ()
    values: tuple = ()


def decode(model, tokens, real=None, cache=None):
    batch, new = tokens.shape
    past = cache if cache is not None else Cache(torch.zeros(batch, 0, dtype=torch.bool))
    now = real if real is not None else tokens.new_ones(batch, new, dtype=torch.bool)
    everything = torch.hstack([past.real, now])
    before = past.real.sum(1, keepdim=True)
    position = before + torch.cumsum(now, 1) - now.long()
    query_at = torch.arange(new) + past.real.shape[1]
    key_at = torch.arange(everything.shape[1])
    allowed = (key_at <= query_at[:, None]) & (everything[:, None] | (key_at == query_at[:, None]))
    bias = torch.zeros(allowed.shape).masked_fill(~allowed, -torch.inf)[:, None]
    x, keys, values = model.embed(tokens, position), [], []
    for i in range(model.layers):
        q, k, v = model.qkv(i, x)
        keys.append(torch.cat([past.keys[i], k], -2) if past.keys else k)
        values.append(torch.cat([past.values[i], v], -2) if past.values else v)
        x = model.finish(i, x, F.scaled_dot_product_attention(q, keys[i], values[i], attn_mask=bias))
    return model.logits(x), replace(past, real=everything, keys=tuple(keys), values=tuple(values))

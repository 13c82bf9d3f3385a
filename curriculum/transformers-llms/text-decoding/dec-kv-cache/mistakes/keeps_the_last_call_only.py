"""Cache holds the last call only

Your cache is replaced by the keys and values of the new tokens. The second call sees the first, the third has forgotten it: the model's memory is one call deep. Hand on old and new
together.
"""

import math

import torch


def decode(model, tokens, real=None, cache=None):
    b, n = tokens.shape
    if real is None:
        real = torch.ones(b, n, dtype=torch.bool)
    if cache is None:
        cache = {"real": torch.ones(b, 0, dtype=torch.bool), "k": [None] * model.layers, "v": [None] * model.layers}
    old = cache["real"].shape[1]
    marks = torch.cat([cache["real"], real], dim=1)
    new = {"real": real, "count": cache.get("count", torch.zeros(b, 1, dtype=torch.long)) + real.sum(dim=1, keepdim=True), "k": [], "v": []}
    m = old + n
    positions = (real.cumsum(dim=1) - 1 + cache.get("count", 0)).clamp(min=0)
    hidden = torch.arange(m)[None, :] > torch.arange(old, m)[:, None]
    hidden = hidden[None, None] | ~marks[:, None, None, :]
    x = model.embed(tokens, positions)
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        fresh = k, v
        if cache["k"][layer] is not None:
            k = torch.cat([cache["k"][layer], k], dim=2)
            v = torch.cat([cache["v"][layer], v], dim=2)
        new["k"].append(fresh[0])
        new["v"].append(fresh[1])
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        weights = torch.softmax(scores.masked_fill(hidden, -1e30), dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), new

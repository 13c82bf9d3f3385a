"""All layers share one cache

You keep the keys and values of one layer and hand them to all. The shapes fit, so nothing complains, but the second layer's queries meet the first layer's keys. Each layer has
its own projections and needs its own memory.
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
    new = {"real": marks, "k": [], "v": []}
    m = old + n
    positions = (marks.cumsum(dim=1) - 1).clamp(min=0)[:, old:]
    hidden = torch.arange(m)[None, :] > torch.arange(old, m)[:, None]
    hidden = hidden[None, None] | ~marks[:, None, None, :]
    x = model.embed(tokens, positions)
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        if cache["k"][layer] is not None:
            k = torch.cat([cache["k"][0], k], dim=2)
            v = torch.cat([cache["v"][0], v], dim=2)
        new["k"].append(k)
        new["v"].append(v)
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        weights = torch.softmax(scores.masked_fill(hidden, -1e30), dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), new

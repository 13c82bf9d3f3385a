"""Padding of earlier calls is forgotten

You hide padding in the call that brings it, but the cache does not remember which of its keys were padding. In the next call everything old counts as text. What was padding
once stays padding.
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
    hidden = hidden[None, None] | ~torch.cat([torch.ones_like(cache["real"]), real], dim=1)[:, None, None, :]
    x = model.embed(tokens, positions)
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        if cache["k"][layer] is not None:
            k = torch.cat([cache["k"][layer], k], dim=2)
            v = torch.cat([cache["v"][layer], v], dim=2)
        new["k"].append(k)
        new["v"].append(v)
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        weights = torch.softmax(scores.masked_fill(hidden, -1e30), dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), new
